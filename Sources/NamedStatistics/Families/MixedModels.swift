import Reproducible
import Statistics

extension NamedStatistic {
  /// Models with random effects.
  static let mixedModels: [NamedStatistic] = [
    NamedStatistic(
      "lmm", "Linear mixed model by REML with Satterthwaite's degrees of freedom",
      keys: [
        .required("formula", "such as 'y ~ condition + (1 | item) + (1 + condition | rater)'"),
        .required(
          "data",
          """
          one list a column, all of one length; columns of numbers, groups also by text; a row in \
          which something is null is left out
          """),
        .optional("grouping", "the groups, for the reader; the formula names them"),
      ],
      formula: """
        y = Xβ + Σ Z_g b_g + e. −2 ln L is profiled over β and σ² and made smallest over the \
        relative covariance factors θ: ln|ΛᵀZᵀZΛ + I| + ln|R_X|² + (n − p)(1 + ln(2π·pwrss/(n − p))). \
        Degrees of freedom ν = 2v²/(gᵀAg): v a variance of β, g its gradient in (θ, σ), A twice the \
        inverse Hessian of −2 ln L there.
        """,
      conventions: """
        REML. reml_criterion is −2 ln L with its constant; log_likelihood_ml that of a second fit by \
        maximum likelihood. (x | g) has intercept and slope correlated, (x || g) not. Components are \
        listed by falling number of levels; a component at the boundary is exactly 0 and singular is \
        true. blup: predictions of each level in the order of first appearance; null for more than \
        60 levels. A column that is a combination of others: rank_deficient. A group with one level: \
        fewer_than_two_units; with as many as rows: not_identifiable.
        """,
      source: """
        D. Bates, M. Mächler, B. Bolker, S. Walker (2015), Journal of Statistical Software 67(1); \
        A. Kuznetsova, P. B. Brockhoff, R. H. B. Christensen (2017), the same 82(13). Reference: lme4 \
        1.1.31, lmerTest 3.1.3.
        """
    ) { input in
      let frame = try ModelFrame(input, hasIntercept: false)
      let model = try LinearMixedModel(
        response: frame.response, fixed: frame.fixed, random: frame.random)
      let ml = try LinearMixedModel(
        response: frame.response, fixed: frame.fixed, random: frame.random, estimation: .ml)
      let effects = model.fixedEffects
      let components = model.components.enumerated().sorted {
        ($1.element.levelCount, $0.offset) < ($0.element.levelCount, $1.offset)
      }.map(\.element)
      return [
        "beta": .of(effects.map(\.estimate)),
        "beta_names": .array(effects.map { .string($0.name) }),
        "se": .of(effects.map(\.standardError)),
        "satterthwaite_df": .of(effects.map(\.degreesOfFreedom)),
        "t": .of(effects.map(\.t)), "p": .of(effects.map(\.pValue)),
        "vcov": .of(model.fixedCovariance),
        "variance_components": .array(
          components.flatMap(members) + [
            [
              "group": "Residual", "term1": nil, "term2": nil,
              "value": .of(model.residualVariance),
            ]
          ]),
        "reml_criterion": .of(model.criterion),
        "log_likelihood_reml": .of(model.logLikelihood),
        "log_likelihood_ml": .of(ml.logLikelihood), "n_obs": .of(model.count),
        "blup": .object(predictions(components)), "singular": .of(model.isSingular),
        "converged": .of(model.hasConverged),
      ]
    },
    NamedStatistic(
      "ordinal_clm",
      "Cumulative logit model of ordered categories, with a random intercept or without",
      keys: [
        .required("formula", "such as 'rating ~ condition' or 'rating ~ condition + (1 | rater)'"),
        .required("data", "one list a column, all of one length; a row with a null is left out"),
        .optional("response", "the response, for the reader; the formula names it"),
        .optional("grouping", "the group, for the reader; the formula names it"),
      ],
      formula: """
        logit P(Y ≤ j) = θ_j − xβ (− u with u normal about 0). Without u by maximum likelihood; with \
        it by Laplace's approximation: h(v̂) − ln(−h''(v̂))/2 for each level, h the log integrand.
        """,
      conventions: """
        β above 0 moves ratings up. Categories are the different values of the response, by order. \
        Standard errors from the observed information. One random intercept, no slopes. Where columns \
        tell categories apart without error the likelihood has no maximum: not_identifiable.
        """,
      source: """
        P. McCullagh (1980), Journal of the Royal Statistical Society B 42(2), 109–142. Reference: \
        ordinal 2022.11-16, clm and clmm.
        """
    ) { input in
      let frame = try ModelFrame(input, hasIntercept: true)
      guard frame.random.count < 2,
        frame.random.allSatisfy({ $0.names == ["(Intercept)"] })
      else {
        throw StatisticInput.fault(
          at: ["formula"], "there is more than one random intercept",
          "write one '(1 | group)', or none")
      }
      let model = try OrdinalModel(
        response: frame.response, fixed: frame.fixed, random: frame.random.first)
      let coefficients = model.coefficients
      let result: [String: JSON] = [
        "coefficient_names": .array(coefficients.map { .string($0.name) }),
        "coefficients": .of(coefficients.map(\.estimate)),
        "se": .of(coefficients.map(\.standardError)), "z": .of(coefficients.map(\.z)),
        "p": .of(coefficients.map(\.pValue)), "log_likelihood": .of(model.logLikelihood),
        "link": "logit",
        "levels": .array(
          model.categories.map { .string(JSON.number($0).canonical) }),
        "converged": .of(model.hasConverged),
      ]
      guard let variance = model.randomVariance, let group = frame.random.first?.group else {
        return result
      }
      return result.adding(["random_effect_variance": [group: .of(variance)]])
    },
    NamedStatistic(
      "icc_mixed", "Intraclass correlations of a table with missing ratings, by REML",
      keys: [.required("ratings", "units, in each one number a rater, null where it is missing")],
      formula: """
        y = μ + unit + rater + e. Agreement σ²u/(σ²u + σ²r + σ²e), consistency σ²u/(σ²u + σ²e); of the \
        mean of k ratings with the error terms over k, k the harmonic mean of ratings per unit. \
        One-way: y = μ + unit + e.
        """,
      conventions: """
        REML. A component at the boundary is 0. A unit that nobody rated has no ratings, and makes the \
        harmonic mean 0: take it out before. No interval: resample units.
        """,
      source: """
        D. ten Hove, T. D. Jorgensen, L. A. van der Ark (2022), Psychological Methods. Reference: lme4 \
        1.1.31.
        """
    ) { input in
      let icc = try MixedModelICC(of: Ratings(try input.ratings()))
      return [
        "intercept": .of(icc.intercept), "var_unit": .of(icc.unitVariance),
        "var_rater": .of(icc.raterVariance), "var_residual": .of(icc.residualVariance),
        "reml_criterion": .of(icc.criterion), "icc_agreement_1": .of(icc.agreement),
        "icc_consistency_1": .of(icc.consistency),
        "harmonic_mean_ratings": .of(icc.harmonicMeanRatings),
        "icc_agreement_kh": .of(icc.agreement(ratings: icc.harmonicMeanRatings)),
        "icc_consistency_kh": .of(icc.consistency(ratings: icc.harmonicMeanRatings)),
        "oneway_var_unit": .of(icc.onewayUnitVariance),
        "oneway_var_residual": .of(icc.onewayResidualVariance), "icc_oneway_1": .of(icc.oneway),
        "n_obs": .of(icc.count), "singular": .of(icc.isSingular),
        "converged": .of(icc.hasConverged),
      ]
    },
    NamedStatistic(
      "rater_severity",
      "How much higher or lower each rater rates than others do on the same units",
      keys: [.required("ratings", "units, in each one number a rater, null where it is missing")],
      formula: """
        y = μ + unit + rater + e. Fixed: least squares with rater effects that sum to zero; F of raters \
        adjusted for units. Random: REML, predictions and their standard deviations given μ.
        """,
      conventions: """
        One element a rater, in the order of the columns. raw_mean is no severity where units differ. \
        Raters that no chain of shared units connects: fixed effects, F and p are null. A rater without \
        ratings: null throughout.
        """,
      source: """
        S. R. Searle (1971), Linear Models; D. Bates and others (2015), Journal of Statistical Software \
        67(1). Reference: R lm, lme4 1.1.31.
        """
    ) { input in
      let severity = try RaterSeverity(of: Ratings(try input.ratings()))
      let list = { (member: (RaterSeverity.Effect) -> Double?) -> JSON in
        .array(severity.effects.map { .of(member($0)) })
      }
      return [
        "fixed_effect": list { $0.fixed }, "fixed_effect_se": list { $0.fixedStandardError },
        "raw_mean": list { $0.rawMean }, "f_raters": .of(severity.f),
        "df1": .of(severity.raterDegreesOfFreedom), "df2": .of(severity.residualDegreesOfFreedom),
        "p_raters": .of(severity.pValue), "blup": list { $0.predicted },
        "blup_se": list { $0.predictedStandardError },
      ]
    },
  ]

  /// The variances and covariances of a term, variances first.
  private static func members(_ component: LinearMixedModel.Component) -> [JSON] {
    let names = component.names
    let variances = names.indices.map { index -> JSON in
      [
        "group": .string(component.group), "term1": .string(names[index]), "term2": nil,
        "value": .of(component.covariance[index][index]),
      ]
    }
    let covariances = names.indices.flatMap { first in
      names.indices.dropFirst(first + 1).map { second -> JSON in
        [
          "group": .string(component.group), "term1": .string(names[first]),
          "term2": .string(names[second]), "value": .of(component.covariance[first][second]),
        ]
      }
    }
    return variances + covariances
  }

  /// The predictions of each group, those of several terms of one group side by side.
  private static func predictions(_ components: [LinearMixedModel.Component]) -> [String: JSON] {
    var result: [String: JSON] = [:]
    for (group, terms) in Dictionary(grouping: components, by: \.group) {
      let count = terms[0].levelCount
      result[group] =
        count > 60
        ? .null : .of((0..<count).map { level in terms.flatMap { $0.predictions[level] } })
    }
    return result
  }
}
