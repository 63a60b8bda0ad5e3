# What the R scripts share: their arguments, and a line for each number that is compared.

counted <- new.env()
counted$passed <- counted$failed <- 0L

compare <- function(name, ours, theirs, tolerance, source) {
  close <- length(ours) == 1 && !is.na(ours) && !is.na(theirs) &&
    abs(ours - theirs) <= tolerance * max(1, abs(theirs))
  if (close) counted$passed <- counted$passed + 1L else counted$failed <- counted$failed + 1L
  none <- length(ours) != 1 || is.na(ours)
  cat(sprintf(
    "%-8s%-46s%18s%18.12g%9s  %s\n", if (close) "passed" else "FAILED", name,
    if (none) "none" else sprintf("%.12g", ours), theirs,
    if (none) "" else sprintf("%.1e", abs(ours - theirs)), source))
}

say <- function(word, name, reason) cat(sprintf("%-8s%-46s%s\n", word, name, reason))

version_of <- function(package) paste(package, packageVersion(package))

# Does something with a package, or says that it is not installed.
with_package <- function(package, work) {
  if (!requireNamespace(package, quietly = TRUE)) {
    return(say("skipped", package, "not installed"))
  }
  invisible(work)
}

# Files, and options with a value each; the program is the debug build unless --unled names another.
read_arguments <- function(...) {
  words <- commandArgs(trailingOnly = TRUE)
  given <- list(files = character(), unled = file.path(here, "..", "..", ".build", "debug", "unled"))
  while (length(words)) {
    if (startsWith(words[1], "--")) {
      name <- sub("^--", "", words[1])
      if (!name %in% c("unled", ...) || length(words) < 2) stop("not understood: ", words[1])
      given[[name]] <- words[2]
      words <- words[-(1:2)]
    } else {
      given$files <- c(given$files, words[1])
      words <- words[-1]
    }
  }
  if (!file.exists(given$unled)) {
    stop("there is no program at ", given$unled, ": run 'make build', or name it: --unled")
  }
  given
}

finish <- function() {
  cat(sprintf("\n%d passed, %d failed\n", counted$passed, counted$failed))
  quit(status = counted$failed > 0)
}
