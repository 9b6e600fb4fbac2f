# EchoSeek. `make demo` shows the main job; `make test` installs what the tests need and runs them.
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
MODELS := $(SHARE)/echoseek/Models
# The default model, without the recipe that made it.
PHANTOM := $(patsubst Models/%,%,$(wildcard Models/phantom/*.json Models/phantom/*.safetensors \
	Models/phantom/*.txt Models/phantom/*.md Models/phantom/prompts/*.yaml))

PACKAGES := libavformat-dev libavcodec-dev libavutil-dev libswscale-dev libdcmtk-dev libopenblas-dev \
	libsqlite3-dev zlib1g-dev pkg-config
TEST_PACKAGES := dcmtk dicom3tools libgdcm-tools ffmpeg prometheus openssl curl
PEERS := numpy==2.4.6 pydicom==3.0.2 pylibjpeg==2.1.0 pylibjpeg-libjpeg==2.5.0 pylibjpeg-openjpeg==2.6.0 \
	pylibjpeg-rle==2.2.0 opencv-python-headless==4.11.0.86 openai==3.57.0 schemathesis==4.32.5
# The web page is tested in Debian's Chromium; fonts, so that its pictures show letters everywhere.
PAGE_PACKAGES := chromium fonts-dejavu-core
PAGE_PEERS := playwright==1.65.2 axe-playwright-python==0.1.8 fhir.resources==8.3.0
# How a server is set up is judged by systemd, and tried behind nginx.
DEPLOY_PACKAGES := nginx-light systemd openssl curl
DEPLOY := $(SHARE)/echoseek/deploy
# The kernels of other processors run in emulators: Bochs for x86-64, QEMU for 64-bit ARM, with a C library for that.
EMULATOR_PACKAGES := qemu-user libc6-dev-arm64-cross libgcc-12-dev-arm64-cross
EMULATOR := bochscpu-python==0.4.0
ARM := /usr/aarch64-linux-gnu
ARM_GCC := /usr/lib/gcc-cross/aarch64-linux-gnu/12

TEST := swift test -c release --explicit-target-dependency-import-check error --skip-build
# What is held to times runs by itself; the renderer, whose times are short, in a process where no server ends beside it.
ALONE := ECHO_ALONE=1 $(TEST) --no-parallel --filter
LIVE := EchoHTTPTests.LiveTests

# Installs the Debian packages that are missing among $(1); says what to run where it may not.
define install_packages
	@missing=$$(for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" != 0 ]; then \
	  echo "These Debian packages are missing, and only root can install them:" >&2; \
	  echo "  sudo apt-get update && sudo apt-get install --no-install-recommends" $$missing >&2; exit 1; \
	fi; \
	echo "installing" $$missing; apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	apt-get -o DPkg::Lock::Timeout=900 install -y -qq --no-install-recommends $$missing
endef

.PHONY: build built deps live shown python phantom phantom-quick eval-phantom trainer test-deps page-deps fetched fixtures vocabulary test \
	test-page test-load test-deploy fuzz-api crash-jobs check-kernels check-emulated demo demo-clips lint format bench bench-peers \
	bench-serve man install uninstall clean help

build: deps ## the release binary, .build/release/echoseek
	$(BUILD) --product echoseek

deps: ## Debian's libraries that the build needs
	$(call install_packages,$(PACKAGES))

python: # what the demo and the tests' Python scripts run in
	$(call install_packages,python3-venv)
	@[ -x $(VENV)/bin/pip ] || $(PYTHON) -m venv $(VENV)

test-deps: deps python ## the peers that the tests compare with
	$(call install_packages,$(TEST_PACKAGES))
	@[ $(VENV)/.stamp -nt Makefile ] || { $(VENV)/bin/pip install -q --disable-pip-version-check $(PEERS) && \
	  touch $(VENV)/.stamp; }

fixtures: test-deps ## what the tests compare with, made by the peers
	@mkdir -p $(MADE)
	@set -e; for script in Tests/Fixtures/make/*.py; do echo "$$script"; $(VENV)/bin/python $$script $(MADE); done

vocabulary: python
	@mkdir -p $(MADE) && $(VENV)/bin/python Tests/Fixtures/make/vocabulary.py $(MADE)

test: fixtures lint check-kernels check-emulated ## everything CI checks
	-$(MAKE) --no-print-directory -j2 built fetched # what could not be fetched stops the parts that need it, below
	$(MAKE) built
	$(TEST) --skip '$(LIVE)'
	$(ALONE) RenderSpeedTests
	$(ALONE) 'WorklistTests/isFast|ReadinessTests/badWeights|EchoServiceTests.MutationTests/endsWell|MetricPropertyTests/speed|refusesHugeFiles|FullSizeTests/costs'
	$(VENV)/bin/python -B -m unittest discover -s Tests/Eval
	$(MAKE) test-page
	$(MAKE) test-load
	$(MAKE) test-deploy
	$(MAKE) --no-print-directory -j2 live shown
	$(MAKE) phantom-quick

live: # waits for clients that are slow, most of its time
	$(TEST) --filter '$(LIVE)'

shown: # the demo, with the program as it was built
	Tests/Demo/phantom.sh $(BINARY)

built: # the program and its tests
	$(BUILD) --build-tests

fetched: page-deps trainer # what the later parts need, from the network while the compiler works
	$(call install_packages,$(DEPLOY_PACKAGES))

page-deps: deps python
	$(call install_packages,$(PAGE_PACKAGES))
	@[ $(VENV)/.page-stamp -nt Makefile ] || { $(VENV)/bin/pip install -q --disable-pip-version-check $(PAGE_PEERS) && \
	  touch $(VENV)/.page-stamp; }

test-page: build page-deps ## the web page in a real browser over the real service: some three minutes
	$(VENV)/bin/python -B Tests/Page

test-load: build test-deps ## the service under five times its load: statuses, /livez and memory; under a minute
	$(VENV)/bin/python -B Tests/Load

test-deploy: build python ## the systemd unit by systemd, the nginx example by nginx before a real service: a minute
	$(call install_packages,$(DEPLOY_PACKAGES))
	$(VENV)/bin/python -B Tests/Deploy

fuzz-api: test-deps built ## the service driven by its own description: 5,000 cases, no server error
	ECHO_FUZZ_EXAMPLES=110 ECHO_FUZZ_CASES=5000 $(TEST) --filter LiveTests/fuzzed

crash-jobs: test-deps built ## a server's jobs killed some 300 times, each time checked
	ECHO_CRASH_SEEDS=100 $(TEST) --filter JobKillTests

check-kernels: ## the C kernels under the address and undefined-behavior sanitizers, and valgrind where it is there
	@mkdir -p $(MADE)
	clang -fuse-ld=lld -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=all -ISources/CEchoKernels/include \
	  Sources/CEchoKernels/*.c Tests/CEchoKernels/check.c -lm -o $(MADE)/check-kernels && $(MADE)/check-kernels
	@if command -v valgrind >/dev/null; then clang -gdwarf-4 -O2 -ISources/CEchoKernels/include Sources/CEchoKernels/*.c \
	  Tests/CEchoKernels/check.c -lm -o $(MADE)/check-kernels && valgrind -q --error-exitcode=1 $(MADE)/check-kernels; fi

# The emulator takes VDPBF16PS's short displacements for a sixteenth of what they are, so they are written in full.
check-emulated: python ## the C kernels of the processors that this one is not, in emulators: half a minute
ifeq ($(shell uname -m),x86_64)
	$(call install_packages,$(EMULATOR_PACKAGES))
	@mkdir -p $(MADE)
	@[ $(VENV)/.emulator-stamp -nt Makefile ] || { $(VENV)/bin/pip install -q --disable-pip-version-check $(EMULATOR) && \
	  touch $(VENV)/.emulator-stamp; }
	clang -shared -fPIC -O1 Tests/CEchoKernels/Emulated/bochs.c -o $(MADE)/bochs.so
	clang -O2 -ISources/CEchoKernels/include -S Sources/CEchoKernels/avx512.c -o - | \
	  sed 's/\tvdpbf16ps\t/\t{disp32} vdpbf16ps\t/' > $(MADE)/avx512.s
	clang -static -fuse-ld=lld -O2 -ISources/CEchoKernels/include $(filter-out %/avx512.c,$(wildcard Sources/CEchoKernels/*.c)) \
	  $(MADE)/avx512.s Tests/CEchoKernels/check.c -lm -o $(MADE)/check-emulated
	$(VENV)/bin/python -B Tests/CEchoKernels/Emulated $(MADE)/check-emulated $(MADE)/bochs.so
	clang --target=aarch64-linux-gnu -static -fuse-ld=lld -O2 -I$(ARM)/include -ISources/CEchoKernels/include \
	  -B$(ARM_GCC) -L$(ARM_GCC) -B$(ARM)/lib -L$(ARM)/lib Sources/CEchoKernels/*.c Tests/CEchoKernels/check.c -lm \
	  -o $(MADE)/check-arm
	qemu-aarch64 $(MADE)/check-arm neon
endif

demo: build python ## the main job on simulated patients with the shipped model, beside the truth
	@$(MAKE) --no-print-directory shown

demo-clips: build vocabulary ## the main job on the real clips of Tests/Fixtures, every claim checked
	Tests/Demo/clips.sh $(BINARY)

lint: ## the format, strictly
	swift format lint --strict --parallel --configuration .swift-format -r Sources Tests Package.swift

format: ## rewrite the sources in the agreed format
	swift format -i --parallel --configuration .swift-format -r Sources Tests Package.swift

phantom: build trainer ## the default model anew, from seeds: some two hours and a half on two cores
	.venv-train/bin/python Models/phantom/train/make_phantom.py --echoseek $(BINARY) --work .build-phantom

phantom-quick: build trainer ## that generator, training, export and loader fit together: a few minutes
	.venv-train/bin/python Models/phantom/train/make_phantom.py --echoseek $(BINARY) --work .build-phantom-quick --quick

eval-phantom: build ## the default model on 500 held-out simulated patients; SETS=1 only draws them, QUICK=1 a handful
	Tests/Eval/phantom.sh $(BINARY) .build-eval$(if $(QUICK),-quick --quick)$(if $(SETS), --sets)

trainer: # torch and numpy, apart from the tests' peers
	$(call install_packages,python3-venv)
	@[ -x .venv-train/bin/pip ] || $(PYTHON) -m venv .venv-train
	@[ .venv-train/.stamp -nt Models/phantom/train/requirements.txt ] || { \
	  .venv-train/bin/pip install -q --disable-pip-version-check -r Models/phantom/train/requirements.txt && \
	  touch .venv-train/.stamp; }

bench: build vocabulary ## frames a second of the full-size encoder, and where the time goes
	Tests/Demo/bench.sh $(BINARY)

bench-peers: build ## the encoder against PyTorch, ONNX Runtime and OpenVINO, interleaved: about two hours; BENCH_PEERS=… for less
	$(call install_packages,python3-venv g++)
	@[ -x .venv-peers/bin/pip ] || $(PYTHON) -m venv .venv-peers
	@[ .venv-peers/.stamp -nt Tests/Bench/requirements.txt ] || { \
	  .venv-peers/bin/pip install -q --disable-pip-version-check -r Tests/Bench/requirements.txt && \
	  touch .venv-peers/.stamp; }
	.venv-peers/bin/python Tests/Bench/peers.py --echoseek $(BINARY) --work .build-peers $(BENCH_PEERS)

bench-serve: build ## the service against FastAPI with open_clip, then overload and 1,000,000 requests: some 40 minutes; BENCH_SERVE=… for less
	$(call install_packages,python3-venv)
	@[ -x .venv-load/bin/pip ] || $(PYTHON) -m venv .venv-load
	@[ .venv-load/.stamp -nt Tests/Load/requirements.txt ] || { \
	  .venv-load/bin/pip install -q --disable-pip-version-check -r Tests/Load/requirements.txt && \
	  touch .venv-load/.stamp; }
	.venv-load/bin/python -B Tests/Load/bench.py --echoseek $(BINARY) --models Models --work .build-serve $(BENCH_SERVE)

# The parser's own tool, built by itself: through its plugin the whole package would be built once more.
man: build ## the manual pages, .build/man
	swift build -q --package-path .build/checkouts/swift-argument-parser --scratch-path .build/manual-tool \
	  --product generate-manual
	rm -rf .build/man && mkdir -p .build/man
	.build/manual-tool/debug/generate-manual $(BINARY) --multi-page --output-directory .build/man
	sed -i 's/^$$/.Pp/' .build/man/*.1

install: build man ## the binary, completions, manual pages, the shipped Models and what sets up a server, below PREFIX
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/echoseek
	install -d $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d \
	  $(SHARE)/man/man1 $(MODELS)/prompts $(MODELS)/report
	$(BINARY) --generate-completion-script bash > $(SHARE)/bash-completion/completions/echoseek
	$(BINARY) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_echoseek
	$(BINARY) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/echoseek.fish
	install -m 644 .build/man/*.1 $(SHARE)/man/man1/
	install -m 644 Models/README.md $(MODELS)/
	install -m 644 Models/prompts/*.yaml $(MODELS)/prompts/
	install -m 644 Models/report/*.yaml $(MODELS)/report/
	for file in $(PHANTOM); do install -D -m 644 Models/$$file $(MODELS)/$$file; done
	install -d $(DEPLOY)
	install -m 644 Sources/echoseek/Deploy/* $(DEPLOY)/
	sed -i 's|^ExecStart=/usr/local/|ExecStart=$(PREFIX)/|' $(DEPLOY)/echoseek.service
	@echo "Installed. Try: $(PREFIX)/bin/echoseek doctor"

# File by file: with PREFIX=~/.local the user's own index and models lie beside the shipped Models.
uninstall: ## remove what install put there, and nothing else
	rm -f $(DESTDIR)$(PREFIX)/bin/echoseek $(SHARE)/bash-completion/completions/echoseek \
	  $(SHARE)/zsh/site-functions/_echoseek $(SHARE)/fish/vendor_completions.d/echoseek.fish \
	  $(SHARE)/man/man1/echoseek.1 $(SHARE)/man/man1/echoseek.*.1
	@rm -f $(MODELS)/README.md $(patsubst Models/%,$(MODELS)/%,$(wildcard Models/prompts/*.yaml Models/report/*.yaml)) \
	  $(addprefix $(MODELS)/,$(PHANTOM)) $(patsubst Sources/echoseek/Deploy/%,$(DEPLOY)/%,$(wildcard Sources/echoseek/Deploy/*))
	@for folder in $(MODELS)/phantom/prompts $(MODELS)/phantom $(MODELS)/prompts $(MODELS)/report $(MODELS) $(DEPLOY) \
	  $(SHARE)/echoseek; do \
	  [ ! -d $$folder ] || rmdir --ignore-fail-on-non-empty $$folder; done

clean: ## everything that make wrote in this folder
	rm -rf .build .build-* $(VENV) Package.resolved Index/default

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /: /'
