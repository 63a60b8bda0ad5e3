# Fits a mixed model of a trial's ratings with lmerTest and compares with `unled stat lmm`.
#
#   Rscript mixed_model.R [FILE] [--unled PATH]
#
# FILE is a CSV with the columns scenario, condition, model, rater, value, as `recompute.py --csv`
# writes it; without it the example beside this script is taken. Conditions other than neutral (0)
# and leading (1) are left out, and so are groups with a single level. Both fit
# value ~ condition + (1 | scenario) + (1 | model) + (1 | rater) by REML. The last line is
# `N passed, N failed`; the exit status is 1 where something failed.

here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)[1]))
source(file.path(here, "outcome.R"))

# Two searches for one minimum, and derivatives by differences.
tolerances <- c(estimate = 1e-7, variance = 1e-5, degrees = 1e-3, criterion = 1e-9)

read_ratings <- function(file) {
  ratings <- read.csv(file, stringsAsFactors = FALSE)
  needed <- c("scenario", "condition", "model", "rater", "value")
  absent <- setdiff(needed, names(ratings))
  if (length(absent)) stop(file, " has no column ", paste(absent, collapse = ", "))
  ratings <- ratings[ratings$condition %in% c("neutral", "leading"), needed]
  ratings$condition <- as.numeric(ratings$condition == "leading")
  na.omit(ratings)
}

from_unled <- function(program, formula, ratings, groups) {
  input <- tempfile(fileext = ".json")
  on.exit(unlink(input))
  columns <- lapply(ratings[c("value", "condition", groups)], identity)
  columns[groups] <- lapply(columns[groups], as.character)
  writeLines(jsonlite::toJSON(
    list(formula = jsonlite::unbox(formula), data = columns), digits = NA), input)
  answer <- system2(program, c("stat", "lmm"), stdin = input, stdout = TRUE)
  if (!is.null(attr(answer, "status"))) stop(program, " stat lmm failed")
  jsonlite::fromJSON(paste(answer, collapse = "\n"), simplifyVector = TRUE)
}

compare_models <- function(ours, model) {
  source <- paste(version_of("lme4"), version_of("lmerTest"), sep = ", ")
  effects <- coef(summary(model, ddf = "Satterthwaite"))
  for (name in rownames(effects)) {
    place <- match(name, ours$beta_names)
    compare(paste0(name, ": estimate"), ours$beta[place], effects[name, "Estimate"],
      tolerances[["estimate"]], source)
    compare(paste0(name, ": standard error"), ours$se[place], effects[name, "Std. Error"],
      tolerances[["estimate"]], source)
    compare(paste0(name, ": degrees of freedom"), ours$satterthwaite_df[place], effects[name, "df"],
      tolerances[["degrees"]], source)
    compare(paste0(name, ": log p"), log(ours$p[place]), log(effects[name, "Pr(>|t|)"]),
      tolerances[["degrees"]], source)
  }
  variances <- as.data.frame(lme4::VarCorr(model))
  for (place in seq_len(nrow(variances))) {
    group <- variances$grp[place]
    found <- ours$variance_components$value[ours$variance_components$group == group]
    compare(paste0(group, ": variance"), as.numeric(found), variances$vcov[place],
      tolerances[["variance"]], source)
  }
  compare("REML criterion", ours$reml_criterion, lme4::REMLcrit(model), tolerances[["criterion"]],
    source)
}

given <- read_arguments()
file <- if (length(given$files)) given$files[1] else file.path(here, "examples", "simulated_trial.csv")
ratings <- read_ratings(file)
groups <- Filter(function(group) length(unique(ratings[[group]])) > 1, c("scenario", "model", "rater"))
formula <- paste("value ~ condition", paste0("(1 | ", groups, ")", collapse = " + "), sep = " + ")
cat(sprintf("%s: %d ratings\n%s\n", basename(file), nrow(ratings), formula))
with_package("jsonlite", with_package("lmerTest", {
  model <- lmerTest::lmer(
    as.formula(formula), ratings, REML = TRUE,
    control = lme4::lmerControl(
      optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10), check.conv.singular = "ignore"))
  compare_models(from_unled(given$unled, formula, ratings, groups), model)
}))
finish()
