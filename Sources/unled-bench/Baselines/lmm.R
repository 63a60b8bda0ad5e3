# A linear mixed model by lmerTest::lmer, its summary with Satterthwaite's degrees of freedom.
# Prints one JSON object: versions, threads, and what was measured, in milliseconds.
suppressPackageStartupMessages(library(lmerTest))

given <- commandArgs(trailingOnly = TRUE)
table <- read.csv(given[1])
repeats <- as.integer(given[3])  # after '--repeats'
for (name in c("scenario", "rater", "model")) table[[name]] <- factor(table[[name]])

fitted <- function() {
  model <- lmer(rating ~ condition + (1 | scenario) + (1 | rater) + (1 | model), table)
  list(model = model, summary = summary(model, ddf = "Satterthwaite"))
}

elapsed <- processor <- numeric(repeats)
last <- fitted()
for (repeat_ in seq_len(repeats)) {
  invisible(gc())
  start <- Sys.time()
  before <- proc.time()
  last <- fitted()
  elapsed[repeat_] <- as.numeric(Sys.time() - start, units = "secs") * 1000
  processor[repeat_] <- sum((proc.time() - before)[c("user.self", "sys.self")]) * 1000
}

effect <- last$summary$coefficients["condition", ]
variances <- as.data.frame(VarCorr(last$model))
variance <- function(group) variances$vcov[variances$grp == group]
results <- c(
  effect = effect[["Estimate"]], standardError = effect[["Std. Error"]],
  degreesOfFreedom = effect[["df"]], scenario = variance("scenario"),
  rater = variance("rater"), model = variance("model"), residual = variance("Residual"),
  criterion = REMLcrit(last$model))

numbers <- function(values) paste(sprintf("%.17g", values), collapse = ", ")
cat(sprintf(
  paste0(
    '{"versions": "R %s, lme4 %s, lmerTest %s", "threads": "one thread (BLAS: %s)", ',
    '"runs": [{"name": "lmerTest::lmer and summary", "elapsed": [%s], "processor": [%s], ',
    '"results": {%s}}]}\n'),
  getRversion(), packageVersion("lme4"), packageVersion("lmerTest"),
  basename(extSoftVersion()[["BLAS"]]), numbers(elapsed), numbers(processor),
  paste(sprintf('"%s": %.17g', names(results), results), collapse = ", ")))
