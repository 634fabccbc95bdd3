# skubectl: see README.md for the two commands that do everything.

PREFIX ?= /usr/local
DESTDIR ?=
BUILD_FLAGS ?= -c release --static-swift-stdlib -Xlinker --strip-all
BINARY := .build/release/skubectl
# A folder with static libraries alone, the C++ library of the Swift runtime and libyaml: found there, they are linked
# instead of the shared ones, which would have to be bound at each start.
STATIC := .build/static
# Nothing links against the program: without exported names the linker leaves out what is not used.
LINK_FLAGS = -Xlinker -L$(CURDIR)/$(STATIC) -Xlinker --version-script=$(CURDIR)/$(STATIC)/exports.map -Xlinker --gc-sections \
	-Xlinker -z -Xlinker pack-relative-relocs

.PHONY: all build install uninstall check format generate test upstream faults demo cluster-up cluster-down bench clean

all: build

build:
	Tests/Cluster/packages.sh build
	mkdir -p $(STATIC)
	for name in libstdc++.a libyaml.a; do ln -sfn "$$(clang -print-file-name=$$name)" $(STATIC)/$$name; done
	echo '{ local: *; };' >$(STATIC)/exports.map
	swift build $(BUILD_FLAGS) $(LINK_FLAGS) --product skubectl

install: build
	install -D -m 0755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/skubectl
	install -D -m 0644 Completions/skubectl.bash $(DESTDIR)$(PREFIX)/share/bash-completion/completions/skubectl
	install -D -m 0644 Completions/_skubectl $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_skubectl
	install -D -m 0644 Completions/skubectl.fish $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/skubectl.fish
	$(BINARY) __generate man-pages $(DESTDIR)$(PREFIX)/share/man/man1

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/skubectl
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/skubectl
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_skubectl
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/skubectl.fish
	rm -f $(DESTDIR)$(PREFIX)/share/man/man1/skubectl.1 $(DESTDIR)$(PREFIX)/share/man/man1/skubectl-*.1

# Format and the habits of Docs/Contributing.md that a script can see; builds nothing.
check:
	Tests/Habits/check

format:
	swift format --in-place --recursive Package.swift Sources Tests

# The files that come from the commands' own specs: Completions/ and Docs/Commands/; and the table of commands.
generate: build
	$(BINARY) __generate completions Completions
	$(BINARY) __generate pages Docs/Commands
	Tests/Parity/compatibility --skubectl $(BINARY) --write

# Unit tests, generated files, the story, a pipeline, the shells and the parity cases on a real cluster.
test:
	Tests/all.sh

# Upstream's own tests of kubectl commands, with kubectl and with skubectl; about ten minutes.
upstream: build
	Tests/Cluster/packages.sh cluster
	Tests/Upstream/run

# What goes wrong in the middle of commands: servers that end or refuse, interruptions, hostile manifests; some minutes.
faults: build
	Tests/Cluster/packages.sh cluster
	Tests/Faults/run

# The story of one pod, shown command by command.
demo:
	Tests/Story/demo.sh

cluster-up:
	Tests/Cluster/packages.sh cluster
	Tests/Cluster/cluster.sh up

cluster-down:
	Tests/Cluster/cluster.sh down

# Takes about ten minutes, most of them kubectl's.
bench: build
	Tests/Cluster/packages.sh cluster test
	swift build $(BUILD_FLAGS) --product skubectl-bench
	Tests/Bench/run --write Docs/Performance.md

clean:
	rm -rf .build
