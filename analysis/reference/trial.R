# Fits the models behind a trial's verdict with lme4 and lmerTest, and compares with its result.
#
#   Rscript trial.R RATINGS.csv RESULT.json
#
# RATINGS.csv has the columns scenario, condition, model, output, rater, value (and wording and length,
# where the trial has them): what `recompute.py --csv` writes of a revealed trial, or a table that `unled
# analyze` read, on a scale from 0. RESULT.json is its report.json, or what `unled analyze --format json`
# printed. Presence and lead: value ~ x + the random terms that the result names, by REML, fixed models
# summing to zero. Beside them the ordinal model by MASS::polr, and length by least squares. Trials with
# refusals are left out: nobody rated those. What is not installed is skipped and said to be. The last line
# is `N passed, N failed`; the exit status is 1 where something failed.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1]))
source(file.path(here, "outcome.R"))
given <- commandArgs(trailingOnly = TRUE)
if (length(given) != 2) stop("two files are needed: RATINGS.csv RESULT.json")

# Two searches for one minimum; degrees of freedom from derivatives by differences.
tolerances <- c(estimate = 1e-6, error = 1e-5, degrees = 1e-2, limit = 1e-4, variance = 1e-4, criterion = 1e-8)

absent <- Filter(
  function(package) !requireNamespace(package, quietly = TRUE),
  c("jsonlite", "lme4", "lmerTest", "MASS"))
if (length(absent)) {
  for (package in absent) say("skipped", package, "not installed")
  finish()
}

result <- jsonlite::fromJSON(given[2], simplifyVector = FALSE)
ratings <- read.csv(given[1], stringsAsFactors = FALSE)
needed <- c("scenario", "condition", "model", "output", "rater", "value")
absent <- setdiff(needed, names(ratings))
if (length(absent)) stop(given[1], " has no column ", paste(absent, collapse = ", "))
ratings$value <- suppressWarnings(as.numeric(ratings$value))
if ("question" %in% names(ratings)) ratings <- ratings[ratings$question == result$questions[[1]]$id, ]
for (column in c("control", "rater_kind", "occasion")) {
  if (!column %in% names(ratings)) next
  kept <- switch(column,
    control = ratings$control %in% c("", NA), rater_kind = ratings$rater_kind %in% c("person", "simulated"),
    occasion = ratings$occasion == 1)
  ratings <- ratings[kept, ]
}
ratings <- ratings[!is.na(ratings$value), ]
if (result$counts$unrated > 0) stop("the trial has refusals, which nobody rated")

# The ratings of both sides, in the cells that have both.
sides <- function(first, second, paired) {
  data <- ratings[ratings$condition %in% c(first, second), ]
  data$x <- ifelse(data$condition == first, 0.5, -0.5)
  data$cell <- "all"
  if (!paired) {
    # A text of no scenario is a cluster of its own.
    if (by_wording) {
      apart <- data$condition == "baseline"
      data$wording <- ifelse(apart, data$scenario, paste("wording", data$wording))
    }
    return(data)
  }
  # A baseline text stands with the wording that its scenario was asked in.
  if (by_wording && second == "baseline") {
    own <- data[data$condition == first, ]
    data$wording <- own$wording[match(data$scenario, own$scenario)]
  }
  cell <- paste(if (by_wording) data$wording, data$scenario, if (second != "baseline") data$model)
  both <- intersect(cell[data$x > 0], cell[data$x < 0])
  data$cell <- cell
  data[cell %in% both, ]
}

by_wording <- result$cluster == "wording"

is_paired <- function() {
  length(intersect(
    ratings$scenario[ratings$condition == "baseline"], ratings$scenario[ratings$condition == "neutral"])) > 0
}

fixed_part <- function(data) {
  models <- sort(unique(data$model[!data$model %in% c("", "people")]))
  if (result$plan$models != "these" || length(models) < 2) return(list(data = data, text = "x"))
  in_all <- Filter(function(m) length(unique(data$condition[data$model == m])) == 2, models)
  names <- c("x")
  for (m in head(models, -1)) {
    column <- make.names(paste("model", m))
    data[[column]] <- ifelse(data$model == m, 1, ifelse(data$model == tail(models, 1), -1, 0))
    names <- c(names, column)
    if (length(in_all) == length(models)) {
      data[[paste0("x_", column)]] <- data$x * data[[column]]
      names <- c(names, paste0("x_", column))
    }
  }
  list(data = data, text = paste(names, collapse = " + "))
}

compare_effect <- function(name, effect, data) {
  ours <- effect$mixed_model
  if (is.null(ours)) return(say("skipped", name, "no mixed model"))
  part <- fixed_part(data)
  formula <- as.formula(paste("value ~", part$text, "+", paste(unlist(ours$terms), collapse = " + ")))
  control <- lme4::lmerControl(
    optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5), check.conv.singular = "ignore",
    check.conv.grad = "ignore", check.conv.hess = "ignore")
  model <- lmerTest::lmer(formula, part$data, control = control)
  row <- coef(summary(model, ddf = "Satterthwaite"))["x", ]
  source <- paste(version_of("lme4"), version_of("lmerTest"), sep = ", ")
  compare(paste(name, "estimate"), ours$value, row[["Estimate"]], tolerances[["estimate"]], source)
  compare(paste(name, "standard error"), ours$standard_error, row[["Std. Error"]], tolerances[["error"]], source)
  compare(
    paste(name, "degrees of freedom"), ours$degrees_of_freedom, row[["df"]], tolerances[["degrees"]], source)
  reach <- qt(1 - result$plan$alpha / 2, row[["df"]]) * row[["Std. Error"]]
  compare(paste(name, "low"), ours$low, row[["Estimate"]] - reach, tolerances[["limit"]], source)
  compare(paste(name, "high"), ours$high, row[["Estimate"]] + reach, tolerances[["limit"]], source)
  compare_variances(name, unlist(ours$terms), unlist(ours$variances), model, formula, part$data)
}

# Where terms are confounded (one output a scenario and side, say), many variances fit as well: those of
# the result are put into lme4's REML criterion, which has to be as small as lme4 made it.
compare_variances <- function(name, terms, variances, model, formula, data) {
  rest <- tail(variances, 1)
  source <- version_of("lme4")
  compare(paste(name, "residual variance"), rest, sigma(model)^2, tolerances[["variance"]], source)
  # The name of a parameter is its group's, a slope's after a term of its own too: scenario.1.
  theta <- lme4::getME(model, "theta")
  own <- vapply(names(theta), function(key) {
    group <- sub("[.][0-9]+$", "", sub("[.](x|[(]Intercept[)])$", "", key))
    term <- sprintf(if (endsWith(key, ".x")) "(0 + x | %s)" else "(1 | %s)", group)
    sqrt(variances[match(term, terms)] / rest)
  }, 0)
  criterion <- lme4::lmer(formula, data, devFunOnly = TRUE)
  least <- criterion(theta)
  reached <- criterion(unname(own))
  # A smaller one is a better fit than lme4's.
  compare(paste(name, "REML criterion"), max(reached, least), least, tolerances[["criterion"]], source)
}

way <- function(name) Find(function(row) row$way == name, result$sensitivity$ways)

compare_ways <- function(name, data) {
  ordinal <- way("ordinal model")[[name]]
  if (!is.null(ordinal$value)) {
    if (length(unique(data$value)) == 2) {
      model <- glm(factor(value) ~ I(x > 0), binomial, data)
      compare(paste(name, "log odds"), ordinal$value, coef(model)[[2]], 1e-6, "R glm")
    } else {
      model <- MASS::polr(factor(value) ~ I(x > 0), data, Hess = FALSE)
      compare(paste(name, "log odds"), ordinal$value, coef(model)[[1]], 1e-3, version_of("MASS"))
    }
  }
  length <- way("length adjusted")[[name]]
  if (!is.null(length$value) && "length" %in% names(data)) {
    texts <- aggregate(value ~ output + cell + x + length, data, mean)
    texts$doublings <- log2(pmax(texts$length, 1))
    cells <- if (length(unique(texts$cell)) > 1) "+ factor(cell)" else ""
    model <- lm(as.formula(paste("value ~ x + doublings", cells)), texts)
    compare(paste(name, "length adjusted"), length$value, coef(model)[["x"]], 1e-9, "R lm")
  }
}

primary <- result$questions[[1]]
lead <- sides("leading", "neutral", TRUE)
compare_effect("lead", primary$lead, lead)
compare_ways("lead", lead)
if (is.null(primary$presence$value) || !is.null(result$plan$reference)) {
  say("skipped", "presence", "no baseline")
} else {
  presence <- sides("neutral", "baseline", is_paired())
  compare_effect("presence", primary$presence, presence)
  compare_ways("presence", presence)
}
finish()
