# Recomputes coefficients of agreement with R's packages and compares with `unled agree`.
#
#   Rscript agreement.R [FILE ...] [--scale SCALE] [--unled PATH]
#
# Without FILE the examples beside this script are taken. A file has one line a unit and one column
# a rater, or the columns unit, rater, value; an empty cell is a missing rating. What is not
# installed is skipped and said to be. The last line is `N passed, N failed`; the exit status is 1
# where something failed.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1]))
source(file.path(here, "outcome.R"))

scales <- list(
  krippendorff_2011 = c("nominal", "ordinal", "interval", "ratio"), fleiss_1971 = "nominal",
  feinstein_cicchetti_1990 = "nominal", shrout_fleiss_1979 = c("ordinal", "interval"))

# Units in rows, raters in columns; names as their places in the alphabet.
read_table <- function(file, scale) {
  cells <- read.csv(file, colClasses = "character", na.strings = "", check.names = FALSE)
  if (all(c("unit", "rater", "value") %in% names(cells))) {
    long <- cells
    units <- unique(long$unit)
    raters <- sort(unique(long$rater))
    cells <- matrix(NA_character_, length(units), length(raters))
    cells[cbind(match(long$unit, units), match(long$rater, raters))] <- long$value
  } else {
    cells <- as.matrix(cells[names(cells) != "unit"])
  }
  words <- sort(unique(na.omit(as.vector(cells))), method = "radix")
  numbers <- suppressWarnings(as.numeric(words))
  if (anyNA(numbers)) {
    if (scale != "nominal") stop(file, " holds words; its scale is nominal")
    numbers <- seq_along(words)
  }
  matrix(numbers[match(cells, words)], nrow(cells))
}

ours_of <- function(file, scale, program) {
  answer <- system2(
    program, c("agree", shQuote(file), "--scale", scale, "--format", "csv"), stdout = TRUE)
  if (!is.null(attr(answer, "status"))) stop(program, " agree failed on ", file)
  read.csv(text = answer, stringsAsFactors = FALSE)
}

compare_coefficient <- function(
    ours, name, weights, source, estimate, low = NULL, high = NULL, tolerance = 1e-9,
    limit = 1e-7) {
  row <- ours[ours$coefficient == name & (is.na(ours$weights) | ours$weights %in% c("", weights)), ]
  label <- if (is.null(weights)) name else paste0(name, ", ", weights)
  if (nrow(row) != 1) return(say("skipped", label, "unled agree does not print it on this scale"))
  compare(label, row$estimate, estimate, tolerance, source)
  if (!is.null(low)) compare(paste0(label, ": low"), row$low, low, limit, source)
  if (!is.null(high)) compare(paste0(label, ": high"), row$high, high, limit, source)
}

# irrCAC rounds estimates to 5 decimals and limits to 3.
with_irrcac <- function(ours, table, scale) with_package("irrCAC", {
  if (!scale %in% c("nominal", "ordinal")) return()
  source <- version_of("irrCAC")
  far <- if (scale == "ordinal") "quadratic" else "unweighted"
  near <- if (scale == "ordinal") "ordinal" else "unweighted"
  known_as <- function(weights) if (weights == "unweighted") "identity" else weights
  one <- function(name, method, weights) {
    found <- method(table, weights = weights)$est
    limits <- as.numeric(strsplit(gsub("[()]", "", found$conf.int), ",")[[1]])
    compare_coefficient(
      ours, name, known_as(weights), paste0(source, ", rounded"), found$coeff.val, limits[1],
      limits[2], 1e-5, 5.1e-4)
  }
  one("percent_agreement", irrCAC::pa.coeff.raw, "unweighted")
  one("gwet_ac", irrCAC::gwet.ac1.raw, near)
  one("brennan_prediger", irrCAC::bp.coeff.raw, far)
  if (ncol(table) > 2) {
    one("fleiss_kappa", irrCAC::fleiss.kappa.raw, far)
    one("conger_kappa", irrCAC::conger.kappa.raw, far)
  }
})

with_irr <- function(ours, table, scale) with_package("irr", {
  source <- version_of("irr")
  complete <- table[stats::complete.cases(table), , drop = FALSE]
  is_complete <- nrow(complete) == nrow(table)
  if (is_complete && ncol(table) > 2) {
    say("apart", "krippendorff_alpha", paste(
      "irr::kripp.alpha does not divide by m - 1 where a table is complete and has more than two",
      "raters: not compared"))
  } else {
    alpha <- irr::kripp.alpha(t(table), method = scale)$value
    compare_coefficient(ours, "krippendorff_alpha", scale, source, alpha)
  }
  if (scale == "nominal" && is_complete && ncol(table) > 2) {
    compare_coefficient(ours, "fleiss_kappa", "identity", source, irr::kappam.fleiss(table)$value)
  }
  if (ncol(table) == 2 && scale %in% c("nominal", "ordinal")) {
    is_ordinal <- scale == "ordinal"
    if (setequal(complete[, 1], complete[, 2])) {
      kappa <- irr::kappa2(complete, if (is_ordinal) "squared" else "unweighted")$value
      compare_coefficient(
        ours, "cohen_kappa", if (is_ordinal) "quadratic" else "identity", source, kappa)
    } else {
      say("apart", "cohen_kappa", paste(
        "irr::kappa2 takes one category for another where a rater leaves one out: not compared"))
    }
  }
  if (scale != "nominal" && nrow(complete) > 1) {
    w <- irr::kendall(complete, correct = TRUE)$value
    compare_coefficient(ours, "kendall_w", NULL, source, w)
  }
  if (scale %in% c("interval", "ratio")) {
    forms <- list(
      icc_1_1 = c("oneway", "consistency", "single"), icc_2_1 = c("twoway", "agreement", "single"),
      icc_3_1 = c("twoway", "consistency", "single"), icc_2_k = c("twoway", "agreement", "average"))
    for (name in names(forms)) {
      form <- forms[[name]]
      icc <- irr::icc(complete, model = form[1], type = form[2], unit = form[3])
      # irr takes other degrees of freedom for the limits of the mean of all raters.
      limits <- if (name == "icc_2_k") list() else list(icc$lbound, icc$ubound)
      do.call(compare_coefficient, c(list(ours, name, NULL, source, icc$value), limits))
    }
    say("apart", "icc_2_k: limits", "irr's own convention; psych and pingouin agree with ours")
  }
})

with_psych <- function(ours, table, scale) with_package("psych", {
  source <- version_of("psych")
  complete <- table[stats::complete.cases(table), , drop = FALSE]
  if (scale %in% c("interval", "ratio")) {
    found <- suppressWarnings(suppressMessages(psych::ICC(complete, lmer = FALSE)))$results
    rows <- c(icc_1_1 = 1, icc_2_1 = 2, icc_3_1 = 3, icc_2_k = 5)
    for (name in names(rows)) {
      row <- found[rows[[name]], ]
      compare_coefficient(
        ours, name, NULL, source, row$ICC, row$`lower bound`, row$`upper bound`)
    }
  }
  if (ncol(table) == 2 && scale %in% c("nominal", "ordinal")) {
    found <- suppressWarnings(psych::cohen.kappa(complete))
    row <- if (scale == "ordinal") 2 else 1
    compare_coefficient(
      ours, "cohen_kappa", if (scale == "ordinal") "quadratic" else "identity", source,
      found$confid[row, "estimate"], found$confid[row, "lower"], found$confid[row, "upper"])
  }
})

with_lme4 <- function(ours, table, scale) with_package("lme4", {
  if (!scale %in% c("interval", "ratio") || !anyNA(table)) return()
  source <- version_of("lme4")
  long <- data.frame(
    y = as.vector(table), unit = factor(row(table)), rater = factor(col(table)))
  model <- lme4::lmer(
    y ~ 1 + (1 | unit) + (1 | rater), long, REML = TRUE,
    control = lme4::lmerControl(
      optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10), check.conv.singular = "ignore"))
  parts <- as.data.frame(lme4::VarCorr(model))
  variance <- function(group) parts$vcov[parts$grp == group]
  between <- variance("unit")
  # Two searches for one minimum: the variances agree to some seven digits.
  compare_coefficient(
    ours, "icc_mixed_agreement", NULL, source,
    between / (between + variance("rater") + variance("Residual")), tolerance = 1e-6)
  compare_coefficient(
    ours, "icc_mixed_consistency", NULL, source, between / (between + variance("Residual")),
    tolerance = 1e-6)
})

given <- read_arguments("scale")
files <- given$files
if (!length(files)) files <- file.path(here, "examples", paste0(names(scales), ".csv"))
for (file in files) {
  stem <- sub("\\.csv$", "", basename(file))
  wanted <- if (is.null(given$scale)) scales[[stem]] else given$scale
  if (is.null(wanted)) stop("say which scale ", file, " has: --scale")
  for (scale in wanted) {
    cat(sprintf("\n%s %s\n", stem, scale))
    table <- read_table(file, scale)
    ours <- ours_of(file, scale, given$unled)
    for (with in list(with_irrcac, with_irr, with_psych, with_lme4)) with(ours, table, scale)
  }
}
finish()
