# EchoSeek's targets. `make demo` shows the main job; `make test` installs what the tests need and runs them.
SHELL := /bin/bash
.DEFAULT_GOAL := build

PREFIX ?= /usr/local
SWIFT_FLAGS := -c release --explicit-target-dependency-import-check error
PYTHON ?= python3
VENV := .venv
MADE := .build-fixtures

PACKAGES := libavformat-dev libavcodec-dev libavutil-dev libswscale-dev libdcmtk-dev libopenblas-dev \
	libsqlite3-dev zlib1g-dev pkg-config
TEST_PACKAGES := dcmtk libgdcm-tools ffmpeg python3-venv
PEERS := numpy pydicom==3.0.2 pylibjpeg pylibjpeg-libjpeg pylibjpeg-openjpeg pylibjpeg-rle opencv-python-headless

.PHONY: build deps test-deps fixtures test demo lint format bench install clean

build: deps ## The release binary: .build/release/echoseek
	swift build $(SWIFT_FLAGS) --product echoseek

deps: .build-deps.stamp

.build-deps.stamp: Makefile
	@missing=$$(for p in $(PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing $$missing"; apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=900 install -y -qq --no-install-recommends $$missing; \
	fi
	@touch $@

test-deps: deps $(VENV)/.stamp

$(VENV)/.stamp: Makefile
	@missing=$$(for p in $(TEST_PACKAGES); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  echo "installing $$missing"; apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=900 install -y -qq --no-install-recommends $$missing; \
	fi
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/pip install -q $(PEERS)
	@touch $@
