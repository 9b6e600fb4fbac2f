# EchoSeek. `make demo` shows the main job on real clips; `make test` installs what the tests need and runs them.
SHELL := /bin/bash
.DEFAULT_GOAL := build

PREFIX ?= /usr/local
DESTDIR ?=
PYTHON ?= python3
BUILD := swift build -c release --explicit-target-dependency-import-check error
BINARY := .build/release/echoseek
VENV := .venv
MADE := .build-fixtures
SHARE := $(DESTDIR)$(PREFIX)/share

PACKAGES := libavformat-dev libavcodec-dev libavutil-dev libswscale-dev libdcmtk-dev libopenblas-dev \
	libsqlite3-dev zlib1g-dev pkg-config
TEST_PACKAGES := dcmtk libgdcm-tools ffmpeg
PEERS := numpy==2.4.6 pydicom==3.0.2 pylibjpeg==2.1.0 pylibjpeg-libjpeg==2.5.0 pylibjpeg-openjpeg==2.6.0 \
	pylibjpeg-rle==2.2.0 opencv-python-headless==4.11.0.86

# Installs the Debian packages that are missing among $(1).
define install_packages
	@missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing $$missing"; apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	  apt-get -o DPkg::Lock::Timeout=900 install -y -qq --no-install-recommends $$missing; \
	fi
endef

.PHONY: build deps test-deps fixtures test demo lint format bench install uninstall clean help

build: deps ## the release binary, .build/release/echoseek
	$(BUILD) --product echoseek

deps: .build-deps.stamp ## Debian's libraries that the build needs

.build-deps.stamp: Makefile
	$(call install_packages,$(PACKAGES))
	@touch $@

$(VENV)/bin/pip:
	$(PYTHON) -m venv $(VENV) || { apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); }

test-deps: deps $(VENV)/.stamp ## the peers that the tests compare with

$(VENV)/.stamp: Makefile | $(VENV)/bin/pip
	$(call install_packages,$(TEST_PACKAGES))
	$(VENV)/bin/pip install -q --disable-pip-version-check $(PEERS)
	@touch $@

fixtures: test-deps ## what the tests compare with, made by the peers
	@mkdir -p $(MADE)
	@set -e; for script in Tests/Fixtures/make/*.py; do echo "$$script"; $(VENV)/bin/python $$script $(MADE); done

vocabulary: $(VENV)/bin/pip
	@mkdir -p $(MADE) && $(VENV)/bin/python Tests/Fixtures/make/vocabulary.py $(MADE)

test: fixtures lint ## everything CI checks
	$(BUILD) --build-tests
	swift test -c release --explicit-target-dependency-import-check error --skip-build

demo: build vocabulary ## the main job on the real clips of Tests/Fixtures
	Tests/Demo/run.sh $(BINARY)

lint: ## the format, strictly
	swift format lint --strict --parallel --configuration .swift-format -r Sources Tests Package.swift

format: ## rewrite the sources in the agreed format
	swift format -i --parallel --configuration .swift-format -r Sources Tests Package.swift

bench: build vocabulary ## frames a second of the full-size encoder, beside the decoded file's own rate
	Tests/Demo/bench.sh $(BINARY)

install: build ## the binary, completions, man page and shipped model data below PREFIX
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/echoseek
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d \
	  $(SHARE)/man/man1 $(SHARE)/echoseek
	$(BINARY) --generate-completion-script bash > $(SHARE)/bash-completion/completions/echoseek
	$(BINARY) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_echoseek
	$(BINARY) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/echoseek.fish
	swift package --disable-sandbox plugin --allow-writing-to-package-directory generate-manual --multi-page \
	  2>/dev/null || true
	cp -r Models $(SHARE)/echoseek/

uninstall: ## what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/echoseek $(SHARE)/bash-completion/completions/echoseek \
	  $(SHARE)/zsh/site-functions/_echoseek $(SHARE)/fish/vendor_completions.d/echoseek.fish $(SHARE)/man/man1/echoseek*.1
	rm -rf $(SHARE)/echoseek

clean: ## everything that make wrote in this folder
	rm -rf .build .build-* $(VENV) Package.resolved Index/default

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /: /'
