import RatingTables
package import Reproducible
import Statistics
import Tables

extension AgreementSummary {
  /// The summary for programs; keys are stable, numbers are not rounded.
  ///
  /// What has no value is `null`, and the `reason` beside it says why: `no_data`,
  /// `no_pairable_units`, `no_variation`, `one_rater`, `fewer_than_two_units`,
  /// `undefined_chance_term`, `too_many_undefined`, `no_standard_interval` (the coefficient has none)
  /// `no_error` (no residual), `too_large` (left out on a table of this size) or `too_few_units` (no
  /// interval from fewer than five). Members:
  ///
  /// - `file`; `scale`, `scale_reason`, `scale_given`
  /// - `counts`: `units`, `raters`, `ratings`, `missing`, `unrated_units`, `single_units`,
  ///   `pairable_units`, `complete_units`
  /// - `reading`: `layout` (`long`, `wide`, `transposed`), `header`, `separator`, `decimal_comma`,
  ///   `unit_column`, `rater_column`, `value_column`, `ignored_columns`, `lines`,
  ///   `one_category` (spellings taken as one), `number_example` (`'80 %' as 80`),
  ///   `blank_lines` (passed over), `summary_lines` (left out at the end),
  ///   `missing_words` (`text`, `count`), `equal_duplicates`, `superseded_lines`,
  ///   `where` (`column`, `value`)
  /// - `options`: `level`, `replicates`, `seed`
  /// - `headline`: `sentence`, `benchmark`, `benchmark_probability`, `undefined_replicates`
  /// - `coefficients`: `coefficient`, `name`, `weights`, `estimate`, `low`, `high`, `level`,
  ///   `method`, `resamples`,
  ///   `standard_error`, `p_value`, `units`, `reason`; Krippendorff's alpha first
  /// - `raters`: `rater`, `ratings`, `pairs`, `agreement`, `mean`, `leniency`, `distance`,
  ///   `severity`, `severity_standard_error`, `categories` (a count
  ///   for each of `categories`), `alpha_without`, `alpha_without_reason`
  /// - `categories`: `category`, `value`, `ratings`, `share`, `specific_agreement`, `kappa`
  /// - `confusions`: `first`, `second`, `meetings`, `share`; the most confused hundred
  /// - `splits`: `unit`, `share`, `ratings` (`rater`, `value`, `label`)
  /// - `warnings`
  package var json: JSON {
    [
      "file": .string(table.name), "scale": .string(table.scale.rawValue),
      "scale_reason": .string(table.account.scaleReason),
      "scale_given": .bool(table.account.isScaleGiven), "counts": countsJSON,
      "reading": readingJSON,
      "options": [
        "level": .number(options.level), "replicates": .integer(options.replicates),
        // A seed may be larger than what other programs read as a number.
        "seed": Int(exactly: options.seed).map(JSON.integer) ?? .string(String(options.seed)),
      ],
      "headline": [
        "sentence": .string(headline.sentence), "benchmark": .optional(headline.benchmark),
        "benchmark_probability": .optional(headline.benchmarkProbability),
        "undefined_replicates": .integer(headline.undefinedReplicates),
      ],
      "coefficients": .array(coefficients.map { $0.json(level: options.level) }),
      "raters": .array(raters.map(\.json)), "categories": .array(categories.map(\.json)),
      "confusions": .array(confusions.prefix(100).map(\.json)),
      "splits": .array(splits.map(\.json)), "warnings": .array(warnings.map(JSON.string)),
    ]
  }

  private var countsJSON: JSON {
    [
      "units": .integer(counts.units), "raters": .integer(counts.raters),
      "ratings": .integer(counts.ratings), "missing": .integer(counts.missing),
      "unrated_units": .integer(counts.unratedUnits), "single_units": .integer(counts.singleUnits),
      "pairable_units": .integer(counts.pairableUnits),
      "complete_units": .integer(counts.completeUnits),
    ]
  }

  private var readingJSON: JSON {
    let account = table.account
    return [
      "layout": .string(account.layout.rawValue), "header": .bool(account.hasHeader),
      "separator": .string(String(account.separator)),
      "decimal_comma": .bool(account.usesDecimalComma),
      "unit_column": .optional(account.unitColumn), "rater_column": .optional(account.raterColumn),
      "value_column": .optional(account.valueColumn),
      "ignored_columns": .array(account.ignoredColumns.map(JSON.string)),
      "lines": .integer(account.lineCount),
      "one_category": .array(
        account.spellings.map { .array($0.map(JSON.string)) }),
      "number_example": .optional(account.numberExample),
      "blank_lines": .integer(account.blankLines),
      "summary_lines": .array(account.summaryLines.map(JSON.string)),
      "missing_words": .array(
        account.missingWords.map { ["text": .string($0.text), "count": .integer($0.count)] }),
      "equal_duplicates": .integer(account.equalDuplicates),
      "superseded_lines": .integer(account.supersededLines),
      "where": .array(
        account.filters.map { ["column": .string($0.column), "value": .string($0.value)] }),
    ]
  }

  /// The coefficients as CSV: one row each, with the columns of ``csvHeader``.
  ///
  /// A cell is empty where there is no value; `reason` says why, with the codes of ``json``.
  package var csv: String {
    CSVWriter.text(
      header: Self.csvHeader,
      rows: coefficients.map { coefficient in
        [
          .text(coefficient.kind.rawValue), .text(coefficient.weights),
          .optional(coefficient.estimate), .optional(coefficient.interval?.low),
          .optional(coefficient.interval?.high), .number(options.level),
          .optional(coefficient.method?.rawValue),
          coefficient.resamples.map(CSVCell.integer) ?? .empty,
          .optional(coefficient.standardError),
          .optional(coefficient.pValue), .integer(coefficient.unitCount),
          .integer(raters.count { $0.ratingCount > 0 }), .text(table.scale.rawValue),
          .optional(coefficient.reason?.code),
        ]
      })
  }

  package static let csvHeader = [
    "coefficient", "weights", "estimate", "low", "high", "level", "method", "resamples",
    "standard_error",
    "p_value", "n_units", "n_raters", "scale", "reason",
  ]
}

extension Coefficient {
  fileprivate func json(level: Double) -> JSON {
    [
      "coefficient": .string(kind.rawValue), "name": .string(name),
      "weights": weights.isEmpty ? .null : .string(weights), "estimate": .optional(estimate),
      "low": .optional(interval?.low), "high": .optional(interval?.high), "level": .number(level),
      "method": .optional(method?.rawValue), "resamples": resamples.map(JSON.integer) ?? .null,
      "standard_error": .optional(standardError),
      "p_value": .optional(pValue), "units": .integer(unitCount),
      "reason": .optional(reason?.code),
    ]
  }
}

extension RaterProfile {
  fileprivate var json: JSON {
    [
      "rater": .string(name), "ratings": .integer(ratingCount), "pairs": .integer(pairCount),
      "agreement": .optional(agreement), "mean": .optional(mean), "leniency": .optional(leniency),
      "distance": .optional(distance),
      "severity": .optional(severity), "severity_standard_error": .optional(severityError),
      "categories": .array(categoryCounts.map(JSON.integer)),
      "alpha_without": .optional(alphaWithout),
      "alpha_without_reason": .optional(alphaWithoutReason?.code),
    ]
  }
}

extension CategoryProfile {
  fileprivate var json: JSON {
    [
      "category": .string(category.label), "value": .number(category.value),
      "ratings": .integer(count), "share": .number(share),
      "specific_agreement": .optional(specificAgreement), "kappa": .optional(kappa),
    ]
  }
}

extension Confusion {
  fileprivate var json: JSON {
    [
      "first": .string(first.label), "second": .string(second.label),
      "meetings": .number(meetings), "share": .number(share),
    ]
  }
}

extension SplitUnit {
  fileprivate var json: JSON {
    [
      "unit": .string(name), "share": .number(share),
      "ratings": .array(
        ratings.map {
          ["rater": .string($0.rater), "value": .number($0.value), "label": .string($0.label)]
        }),
    ]
  }
}

extension JSON {
  fileprivate static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
  fileprivate static func optional(_ number: Double?) -> JSON { number.map(JSON.number) ?? .null }
}
