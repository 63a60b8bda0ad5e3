import Reproducible
import Testing

@testable import Statistics

@Suite struct ClusterMeanTests {
  @Test(arguments: try Golden.cases("cluster_bootstrap"))
  func `matches the reference value`(_ reference: Golden.Case) throws {
    let items = try #require(reference.input["item"]?.elements).map { try #require($0.int) }
    let mean = try ClusterMean(of: try reference.differences(), clusters: items)
    let resamples = try reference.resamples()
    reference.check("items", Double(mean.clusterCount))
    reference.check("pair_mean", mean.elementMean)
    reference.check("item_mean", mean.estimate)
    let pairs = resamples.map(mean.elementMean(of:))
    let clusters = resamples.map(mean.clusterMean(of:))
    for (name, estimate, replicates) in [
      ("pair_mean", mean.elementMean, pairs), ("item_mean", mean.estimate, clusters),
    ] {
      let bootstrap = try BootstrapInterval.percentile(
        estimate: estimate, replicates: replicates, level: 0.95)
      reference.check(name + "_se", bootstrap.standardError)
      let limits = try #require(reference.expected[name + "_percentile"]?.elements)
      try #require(limits.count == 2)
      reference.check(limits[0], bootstrap.interval.low, field: name + "_low")
      reference.check(limits[1], bootstrap.interval.high, field: name + "_high")
    }
    for (index, pair) in try #require(reference.expected["first_replicates"]?.elements).enumerated()
    {
      reference.check(try #require(pair[0]), pairs[index], field: "first_replicates")
      reference.check(try #require(pair[1]), clusters[index], field: "first_replicates")
    }
  }

  @Test func `says why there is no value`() throws {
    #expect(throws: NoValue.noData) { try ClusterMean(of: [], clusters: []) }
    let one = try ClusterMean(of: [1, 2], clusters: [7, 7])
    #expect(throws: NoValue.fewerThanTwoUnits) {
      try one.bootstrap(level: 0.95, generator: SeededGenerator(seed: 1))
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `draws the same clusters as the resampling`(seed: UInt64) throws {
    let values = Random.normals(30, seed: seed)
    let clusters = values.indices.map { $0 % 7 }
    let mean = try ClusterMean(of: values, clusters: clusters)
    let replicates = ClusterResampling.resamples(
      200, clusters: Array(0..<7), generator: SeededGenerator(seed: seed)
    ).map { mean.clusterMean(of: $0) }
    let expected = try BootstrapInterval.percentile(
      estimate: mean.estimate, replicates: replicates, level: 0.9)
    let bootstrap = try mean.bootstrap(
      replicates: 200, level: 0.9, generator: SeededGenerator(seed: seed))
    #expect(isClose(bootstrap.interval.low, expected.interval.low))
    #expect(isClose(bootstrap.interval.high, expected.interval.high))
  }
}

@Suite struct ClusterResamplingTests {
  @Test(arguments: UInt64(0)..<50)
  func `whole clusters are drawn, as many as there are`(seed: UInt64) {
    let clusters = [3, 1, 3, 2, 1, 3, 9]
    var generator = SeededGenerator(seed: seed)
    let resampling = ClusterResampling(clusters: clusters)
    let drawn = resampling.elements(of: resampling.drawClusters(using: &generator))
    let members = [1: [1, 4], 2: [3], 3: [0, 2, 5], 9: [6]]
    var rest = drawn[...]
    var count = 0
    while let first = rest.first {
      let cluster = members[clusters[first]] ?? []
      #expect(Array(rest.prefix(cluster.count)) == cluster)
      rest = rest.dropFirst(cluster.count)
      count += 1
    }
    #expect(count == 4)
  }

  @Test func `clusters ascend by their label`() {
    let resampling = ClusterResampling(clusters: [5, -1, 5, 0])
    #expect(resampling.members == [[1], [3], [0, 2]])
    #expect(resampling.elements(of: [2, 2, 0]) == [0, 2, 0, 2, 1])
  }
}
