# make demo   from a fresh clone to a first report
# make test   the same build, then every test
# make help   the rest
#
# Both need a Swift toolchain (6.2 or later) and nothing else: what the system lacks is installed first, by
# apt-get or Homebrew. They share one debug build; what SWIFT_BUILD_FLAGS says is said to both.
# BENCH_FLAGS is said to the benchmarks: make bench BENCH_FLAGS="--only alpha icc lmm signs"

SWIFT_BUILD_FLAGS ?=
BENCH_FLAGS ?=
PREFIX ?= /usr/local
DESTDIR ?=

RELEASE := .build-release
STAGE := $(RELEASE)/stage
INSTALLED := $(DESTDIR)$(PREFIX)
SYSTEM := $(shell uname -s)
# Apple's systems bring Swift's runtime along; elsewhere the program carries it.
STATIC := $(if $(filter Darwin,$(SYSTEM)),,--static-swift-stdlib)

# Python leaves nothing among the sources.
export PYTHONDONTWRITEBYTECODE := 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test build release install uninstall tsan bench reports format lint clean \
  toolchain packages test-packages bench-packages

# The day of the recordings, noon: of a fixed moment the demo makes the same files each time.
RECORDED_ON := SOURCE_DATE_EPOCH=1795435200 UNLED_TRIALS="$(CURDIR)/trials"

# A shell function: install APT-PACKAGES, or say who has to.
define install_by_apt
by_apt() { \
  if [ "$$(id -u)" = 0 ]; then as_root=; \
  elif command -v sudo >/dev/null 2>&1; then as_root=sudo; \
  else \
    echo "Missing, and you may not install here: $$*" >&2; \
    echo "  to mend it: have somebody who may run 'apt-get install $$*'" >&2; \
    return 1; \
  fi; \
  echo "Installing $$*"; \
  $$as_root apt-get update -qq || echo "The package lists are as old as they were." >&2; \
  $$as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends $$* && return 0; \
  echo "These could not be installed: $$*" >&2; \
  echo "  to mend it: run 'apt-get install $$*' as root, then make again" >&2; \
  return 1; \
}
endef

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

demo: toolchain packages ## build, and go the whole way once: to a verdict and a report, in .build/demo
	swift build --product unled $(SWIFT_BUILD_FLAGS)
	@mkdir -p .build/demo; \
	if [ -t 0 ] && [ -t 1 ]; then unattended=; else unattended=--unattended; fi; \
	.build/debug/unled demo -C .build/demo $$unattended || exit $$?; \
	report=$$(ls -t .build/demo/trials/*/report.html 2>/dev/null | head -n 1); \
	if [ -z "$$report" ]; then echo "The demo wrote no report." >&2; exit 1; fi; \
	echo "The report: $$report"

test: toolchain packages test-packages ## the same build, then every test
	swift build --build-tests $(SWIFT_BUILD_FLAGS)
	swift test --skip-build $(SWIFT_BUILD_FLAGS)
	python3 Tests/checks/test_checks.py
	python3 Tests/checks/test_readme.py
	python3 Tests/checks/test_new.py
	python3 Tests/checks/test_recompute.py
	python3 Tests/checks/test_stat.py
	python3 Tests/checks/test_reference.py
	@if [ ! -e Tests/browser/run ]; then exit 0; fi; \
	echo Tests/browser/run; Tests/browser/run; status=$$?; \
	if [ $$status = 69 ] && { [ -z "$$CI" ] || [ $(SYSTEM) = Darwin ]; }; then \
	  echo "No Chromium with its chromedriver was found: the pages were NOT tried in a browser."; \
	else exit $$status; fi

build: toolchain packages ## the debug build that demo and test share
	swift build $(SWIFT_BUILD_FLAGS)

release: toolchain packages ## the program, stripped, with manual and completions, in .build-release/stage
	swift build -c release $(STATIC) --product unled --scratch-path $(RELEASE)
	rm -rf $(STAGE)
	mkdir -p $(STAGE)/bin $(STAGE)/share/man/man1 $(STAGE)/share/unled/trials \
	  $(STAGE)/share/bash-completion/completions $(STAGE)/share/zsh/site-functions \
	  $(STAGE)/share/fish/vendor_completions.d
	strip -o $(STAGE)/bin/unled $(RELEASE)/release/unled
	$(STAGE)/bin/unled --version
	$(STAGE)/bin/unled --generate-completion-script bash \
	  >$(STAGE)/share/bash-completion/completions/unled
	$(STAGE)/bin/unled --generate-completion-script zsh \
	  >$(STAGE)/share/zsh/site-functions/_unled
	$(STAGE)/bin/unled --generate-completion-script fish \
	  >$(STAGE)/share/fish/vendor_completions.d/unled.fish
# Asking the plugin for its help builds its tool; run by the plugin, it would build the program again.
	swift package --scratch-path $(RELEASE) plugin generate-manual --help >/dev/null
	"$$(find $(RELEASE)/ -type f -name 'generate-manual*' -perm -u+x | head -n 1)" \
	  $(STAGE)/bin/unled --output-directory $(STAGE)/share/man/man1
# A trial's design, texts and recordings; nothing that was run or rated here.
	tar -C trials --exclude 'record.*' --exclude 'packet.*' --exclude 'report.*' \
	  --exclude 'export' --exclude 'links.txt' --exclude '*~' -cf - . | tar -C $(STAGE)/share/unled/trials -xf -

install: ## put what 'make release' made below PREFIX (/usr/local)
	@if [ ! -x $(STAGE)/bin/unled ]; then $(MAKE) release; fi
	mkdir -p $(INSTALLED)
	rm -rf $(INSTALLED)/share/unled
	cp -R $(STAGE)/. $(INSTALLED)/

uninstall: ## take it away again
	rm -f $(INSTALLED)/bin/unled $(INSTALLED)/share/man/man1/unled.1 \
	  $(INSTALLED)/share/bash-completion/completions/unled \
	  $(INSTALLED)/share/zsh/site-functions/_unled \
	  $(INSTALLED)/share/fish/vendor_completions.d/unled.fish
	rm -rf $(INSTALLED)/share/unled

tsan: toolchain packages ## the tests of what runs at once, under the thread sanitizer
	swift test --sanitize=thread --scratch-path .build-tsan \
	  --filter 'StatisticsTests|RunningTests|CurlTransportTests'

reports: build ## the reports of the recorded trial and its replication, anew, in analysis/recorded
	rm -rf .build/reports && mkdir -p .build/reports analysis/recorded
	export $(RECORDED_ON); \
	.build/debug/unled demo --unattended --quiet -C .build/reports && \
	.build/debug/unled demo --unattended --again --quiet -C .build/reports && \
	for ending in html md json; do \
	  cp .build/reports/trials/demo/report.$$ending analysis/recorded/unused-skills.$$ending; \
	  cp .build/reports/trials/demo-again/report.$$ending analysis/recorded/unused-skills-again.$$ending; \
	done && \
	for ending in html md; do \
	  .build/debug/unled compare demo demo-again -C .build/reports \
	    -o "$$PWD/analysis/recorded/comparison.$$ending" || exit $$?; \
	done

bench: toolchain packages bench-packages ## the benchmarks, in release, beside what Python and R take
	swift build -c release $(STATIC) --product unled-bench --scratch-path $(RELEASE)
	$(RELEASE)/release/unled-bench --baselines $(RELEASE)/baselines-venv $(BENCH_FLAGS)

format: toolchain ## lay the sources out as .swift-format says
	swift format format --in-place --recursive --parallel Sources Tests Package.swift

lint: toolchain ## layout, and that no blind room reaches what would unblind it
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	python3 Tests/checks/blinding_closure.py

clean: ## remove all that was built, and the demo's trials
	rm -rf .build .build-release .build-tsan

toolchain:
	@command -v swift >/dev/null 2>&1 || { \
	  echo "There is no Swift here." >&2; \
	  echo "  to mend it: install Swift 6.2 or later (https://www.swift.org/install)" >&2; exit 1; }

# What the build needs. Apple's command line tools hold both libraries.
packages:
	@$(install_by_apt); \
	if [ $(SYSTEM) = Darwin ]; then \
	  sdk=$$(xcrun --show-sdk-path 2>/dev/null)/usr/include; \
	  if [ -e $$sdk/curl/curl.h ] && [ -e $$sdk/sqlite3.h ]; then exit 0; fi; \
	elif pkg-config --exists libcurl sqlite3 2>/dev/null; then exit 0; fi; \
	if command -v apt-get >/dev/null 2>&1; then \
	  by_apt libcurl4-openssl-dev libsqlite3-dev pkg-config; \
	elif command -v brew >/dev/null 2>&1; then brew install curl sqlite pkgconf; \
	else \
	  echo "The development files of libcurl and SQLite are missing." >&2; \
	  echo "  to mend it: install them and pkg-config with your system's package manager" >&2; \
	  exit 1; \
	fi

# What only tests need. Not every system packages a Chromium with its chromedriver.
test-packages:
	@$(install_by_apt); \
	has() { command -v "$$1" >/dev/null 2>&1; }; \
	if has apt-get; then \
	  has python3 || by_apt python3 || exit 1; \
	  if has chromedriver && has chromium; then exit 0; fi; \
	  if has chromedriver && { has google-chrome || has chromium-browser; }; then exit 0; fi; \
	  if ! apt-cache show chromium-driver >/dev/null 2>&1; then \
	    if [ "$$(id -u)" = 0 ]; then apt-get update -qq; fi; \
	    apt-cache show chromium-driver >/dev/null 2>&1 || exit 0; \
	  fi; \
	  by_apt chromium chromium-driver fonts-dejavu-core; \
	elif has python3; then exit 0; \
	elif has brew; then brew install python3; \
	else \
	  echo "python3 is missing." >&2; \
	  echo "  to mend it: install it with your system's package manager" >&2; exit 1; \
	fi

# What only baselines need. Without it the benchmarks say what they skip.
bench-packages:
	@$(install_by_apt); \
	command -v apt-get >/dev/null 2>&1 || exit 0; \
	python3 -c 'import ensurepip' 2>/dev/null || by_apt python3-venv || true; \
	Rscript -e 'quit(status = if (requireNamespace("lmerTest", quietly = TRUE)) 0 else 1)' \
	  >/dev/null 2>&1 || by_apt r-base-core r-cran-lmertest || true
