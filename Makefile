# skubectl: see README.md for the two commands that do everything.

PREFIX ?= /usr/local
DESTDIR ?=
BUILD_FLAGS ?= -c release --static-swift-stdlib -Xlinker --strip-all
BINARY := .build/release/skubectl

.PHONY: all build install uninstall check format generate test demo cluster-up cluster-down bench clean

all: build

build:
	Tests/Cluster/packages.sh build
	swift build $(BUILD_FLAGS) --product skubectl

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

# The files that come from the commands' own specs: Completions/ and Docs/Commands/.
generate: build
	$(BINARY) __generate completions Completions
	$(BINARY) __generate pages Docs/Commands

# Everything: unit tests, generated files, the story and the parity cases on a real cluster.
test:
	Tests/all.sh

# The story of one pod, shown command by command.
demo:
	Tests/Story/demo.sh

cluster-up:
	Tests/Cluster/packages.sh cluster
	Tests/Cluster/cluster.sh up

cluster-down:
	Tests/Cluster/cluster.sh down

bench: build
	Tests/Cluster/packages.sh test
	Tests/Bench/run

clean:
	rm -rf .build
