# Recomputes means, lead, steerability, placebo shift and presence with base R alone.
#
#   python3 recompute.py TRIAL --csv ratings.csv > table.csv
#   Rscript recompute.R ratings.csv [table.csv]
#
# With the table of recompute.py each number is compared with the report's; the exit status is 1
# where one differs by more than 1e-9.

arguments <- commandArgs(trailingOnly = TRUE)
ratings <- read.csv(
  arguments[1], colClasses = c(cluster = "character", scenario = "character", output = "character")
)
if (nrow(ratings) == 0) {
  cat("no ratings enter an estimate\n0 passed, 0 failed\n")
  quit()
}
level <- 1 - ratings$alpha[1]
base <- ratings$base[1]
# Where models are a sample, the variance between them widens the report's intervals of effects.
sampled <- ratings$models[1] == "like these"

# Rating by output by model by scenario; clusters come last.
average <- function(data, by) aggregate(data["value"], data[by], mean)
cells <- average(ratings, c("condition", "cluster", "scenario", "model", "output"))
cells <- average(cells, c("condition", "cluster", "scenario", "model"))

over_models <- function(condition) {
  average(cells[cells$condition == condition, ], c("cluster", "scenario"))
}
by_cluster <- function(data) {
  if (nrow(data) == 0) return(numeric(0))
  tapply(data$value, data$cluster, mean)
}
means <- function(condition) {
  if (!any(cells$condition == condition)) return(numeric(0))
  by_cluster(over_models(condition))
}
differences <- function(first, second) {
  if (!all(c(first, second) %in% cells$condition)) return(numeric(0))
  both <- merge(
    cells[cells$condition == first, ], cells[cells$condition == second, ],
    by = c("cluster", "scenario", "model")
  )
  if (nrow(both) == 0) return(numeric(0))
  both$value <- both$value.x - both$value.y
  by_cluster(average(both, c("cluster", "scenario")))
}
over_baseline <- function(condition) {
  own <- over_models(condition)
  other <- over_models("baseline")[c("scenario", "value")]
  both <- merge(own, other, by = "scenario")
  if (nrow(both) == 0) return(numeric(0))
  both$value <- both$value.x - both$value.y
  by_cluster(both)
}

results <- list()
tell <- function(name, value, low = NA, high = NA) {
  results[[length(results) + 1]] <<- data.frame(
    name = c(name, paste(name, "low"), paste(name, "high")), value = c(value, low, high)
  )
}
one_sample <- function(name, values) {
  if (length(values) == 0) return(invisible())
  if (length(values) < 5) return(tell(name, mean(values)))
  # t.test refuses values that are all the same: their interval is a point.
  if (sd(values) == 0) return(tell(name, mean(values), mean(values), mean(values)))
  limits <- t.test(values, conf.level = level)$conf.int
  tell(name, mean(values), limits[1], limits[2])
}

for (condition in c("neutral", "leading", "away", "placebo", "baseline")) {
  one_sample(paste("mean", condition), means(condition))
}
one_sample("lead", differences("leading", "neutral"))
one_sample("steerability", differences("leading", "away"))
one_sample("placebo shift", differences("placebo", "neutral"))
if (base == "reference") {
  one_sample("presence", means("neutral") - as.numeric(ratings$reference[1]))
} else if (base == "paired") {
  one_sample("presence", over_baseline("neutral"))
} else if (base == "unpaired") {
  own <- means("neutral")
  other <- means("baseline")
  if (min(length(own), length(other)) < 5) {
    tell("presence", mean(own) - mean(other))
  } else if (sd(own) == 0 && sd(other) == 0) {
    tell("presence", mean(own) - mean(other), mean(own) - mean(other), mean(own) - mean(other))
  } else {
    limits <- t.test(own, other, conf.level = level)$conf.int
    tell("presence", mean(own) - mean(other), limits[1], limits[2])
  }
}
results <- do.call(rbind, results)

if (length(arguments) < 2) {
  print(results, digits = 12, row.names = FALSE)
} else {
  table <- read.csv(text = grep(" passed, ", readLines(arguments[2]), invert = TRUE, value = TRUE))
  table$name <- sub("^FAILED ", "", table$name)
  both <- merge(results, table[c("name", "report")], by = "name")
  both$report <- suppressWarnings(as.numeric(both$report))
  both$difference <- both$value - both$report
  widened <- sampled & grepl("^(lead|steer|placebo|presence).* (low|high)$", both$name)
  both <- both[!widened, ]
  same <- is.na(both$value) & is.na(both$report) |
    !is.na(both$difference) & abs(both$difference) <= 1e-9 * pmax(1, abs(both$report))
  print(both, digits = 12, row.names = FALSE)
  cat(sum(same), "passed,", sum(!same), "failed\n")
  if (!all(same)) quit(status = 1)
}
