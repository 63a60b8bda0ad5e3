import Faults
import Reproducible
import Statistics

extension NamedStatistic {
  /// What units truly are, from labels alone.
  static let trueCategories: [NamedStatistic] = [
    NamedStatistic(
      "dawid_skene",
      "What units truly are and how each rater errs, by the model of Dawid and Skene",
      keys: [
        .required(
          "ratings",
          "a list of [unit, rater, label]: whole numbers for unit and rater, a rater may rate a "
            + "unit more than once"),
        .optional("categories", "the scale, a list of numbers; left out: the labels that occur"),
        .optional("iterations", "how many rounds of E and M, 1 to 100000; left out: 100"),
      ],
      formula: """
        Start: T_ik = the share of votes for k on unit i. M: p_k = mean of T_ik,
        e^g_kl = sum_i T_ik [g said l] / sum_i T_ik [g rated i]. E: T_ik in proportion to
        p_k prod e^g_k,label, in logs. After the first M step, (E, M) as often as iterations says,
        without an early stop. posterior: the last E, one row a unit in ascending order;
        prevalence, error_matrices and log_likelihood: the last M. true_by_observed: one row a
        true category, one column a label.
        """,
      conventions: """
        T and the sums for e are not let below 1e-10, as in crowd-kit; a label a rater never gave
        has 0. Categories nobody said keep the prevalence 0. A category a rater saw no possible
        unit of: its row is null. Ties in the label go to the lower category. EM finds a local
        optimum: where most raters are worse than chance, categories swap.
        """,
      source: "Dawid, Skene (1979), J R Stat Soc C 28:20-28"
    ) { input in
      let labels = try input.labels()
      let scale = try input.labelScale(labels)
      let position = Dictionary(uniqueKeysWithValues: zip(scale, scale.indices))
      let model = try DawidSkene(
        of: labels.map { label in
          DawidSkene.Label(
            unit: label.unit, rater: label.rater, category: position[label.value, default: 0])
        }, categoryCount: scale.count,
        iterations: try input.whole("iterations", in: 1...100_000, default: 100))
      let nothing = JSON.array(scale.map { _ in .null })
      return [
        "prevalence": .of(model.prevalence), "posterior": .of(model.posterior),
        "labels": .of(model.categories.map { scale[$0] }),
        "log_likelihood": .of(model.logLikelihood),
        "error_matrices": .array(
          model.errorMatrices.map { matrix in
            .object([
              "rater": .of(matrix.rater),
              "true_by_observed": .array(
                matrix.rows.map { row in row.map { JSON.of($0) } ?? nothing }),
            ])
          }),
      ]
    }
  ]
}

extension StatisticInput {
  fileprivate func labels() throws(Fault) -> [(unit: Int, rater: Int, value: Double)] {
    let ids = Int(Int32.min)...Int(Int32.max)
    return try list("ratings") { element, path throws(Fault) in
      guard let triple = element.elements, triple.count == 3 else {
        throw Self.fault(at: path, "it is no triple", "write [unit, rater, label]")
      }
      return (
        try Self.whole(triple[0], in: ids, at: path + ["0"]),
        try Self.whole(triple[1], in: ids, at: path + ["1"]),
        try Self.finite(triple[2], at: path + ["2"])
      )
    }
  }

  /// The scale, ascending: the declared one, or that of the labels.
  fileprivate func labelScale(
    _ labels: [(unit: Int, rater: Int, value: Double)]
  ) throws(Fault) -> [Double] {
    let found = Set(labels.map(\.value))
    let scale = has("categories") ? Set(try numbers("categories")) : found
    for (index, label) in labels.enumerated() where !scale.contains(label.value) {
      throw Self.fault(
        at: ["ratings", "\(index)", "2"], "\(label.value) is not on the declared scale",
        "add it to 'categories', or leave the scale out")
    }
    let raters = Set(labels.map(\.rater)).count
    guard raters * scale.count * scale.count <= 50_000_000 else {
      throw Self.fault(
        at: [has("categories") ? "categories" : "ratings"],
        "\(scale.count) categories of \(raters) raters are too many error rates",
        "declare categories, not scores; for scores take icc")
    }
    return scale.sorted()
  }
}
