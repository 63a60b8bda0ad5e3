/// How far apart two ratings are, for Krippendorff's α; δ² below is the squared distance.
public enum AlphaMetric: String, Hashable, Sendable, CaseIterable {
  /// Names: any two different ones are at distance 1.
  case nominal
  /// Ranks: distances are the shares of ratings between, from the margins of the table.
  case ordinal
  /// Numbers with equal steps: δ² = (c − k)².
  case interval
  /// Numbers with a zero, none of them negative: δ² = ((c − k) / (c + k))².
  case ratio
}
