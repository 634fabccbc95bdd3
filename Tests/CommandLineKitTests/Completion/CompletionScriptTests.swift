import CommandLineKit
import Glibc
import Testing

struct CompletionScriptTests {
    @Test(arguments: CompletionShell.allCases)
    func `names the program everywhere and leaves no gap`(shell: CompletionShell) {
        let text = CompletionScript.text(for: shell, program: "my-tool.x")
        #expect(!text.contains("{{"))
        #expect(text.contains("my-tool.x"))
        #expect(text.contains("__complete"))
        #expect(text.hasSuffix("\n"))
        #expect(!text.hasSuffix("\n\n"))
    }

    @Test func `functions have names that shells allow`() {
        #expect(CompletionScript.text(for: .bash, program: "my-tool.x").contains("-F __start_my_tool_x my-tool.x\n"))
        #expect(CompletionScript.text(for: .zsh, program: "my-tool.x").contains("compdef _my_tool_x my-tool.x\n"))
    }

    @Test func `files have the names that shells look for`() {
        #expect(
            CompletionShell.allCases.map { $0.fileName(program: "tool") }
                == ["tool.bash", "_tool", "tool.fish", "tool.ps1"])
    }

    @Test(arguments: ["bash", "zsh", "fish"].filter(Shell.isInstalled))
    func `shells can read their script`(name: String) throws {
        let shell = try #require(CompletionShell(rawValue: name))
        #expect(Shell.output("\(name) -n", input: CompletionScript.text(for: shell, program: "tool")) == "")
    }
}

/// The bash script at work, with a function in place of the program.
@Suite(.enabled(if: Shell.isInstalled("bash")))
struct BashCompletionTests {
    /// What the program was asked, and what bash would offer.
    private struct Result: Equatable {
        var asked: String
        var offers: [String]
    }

    /// Completes words that bash split itself; those that hang together in `line` were split at `=` or `:`.
    private func complete(_ words: [String], line: String? = nil, answer: String, type: Int = 63) -> Result {
        let driver = """
            \(CompletionScript.text(for: .bash, program: "tool"))
            exec 3>&1
            tool() { printf '[%s]' "$@" >&3; echo >&3; printf '%b' \(Shell.quoted(answer)); }
            COMP_WORDS=(\(words.map(Shell.quoted).joined(separator: " ")))
            COMP_LINE=\(Shell.quoted(line ?? words.joined(separator: " ")))
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_POINT=${#COMP_LINE} COMP_TYPE=\(type) COLUMNS=40 NS='a b'
            __start_tool 2>/dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let lines = Shell.output("bash", input: driver).split(separator: "\n", omittingEmptySubsequences: false)
        return Result(
            asked: lines.first.map(String.init) ?? "", offers: lines.dropFirst().filter { !$0.isEmpty }.map(String.init)
        )
    }

    @Test func `one candidate is offered bare, several with descriptions`() {
        let answer = "get\\tShow things\\ndescribe\\tShow one thing with all its details\\n:4\\n"
        #expect(
            complete(["tool", "g"], answer: answer) == Result(asked: "[__complete][g]", offers: ["get"]))
        #expect(
            complete(["tool", ""], answer: answer)
                == Result(
                    asked: "[__complete][]",
                    offers: ["get       (Show things)", "describe  (Show one thing with all its…)"]))
        #expect(complete(["tool", ""], answer: answer, type: 37).offers == ["get", "describe"])
    }

    @Test func `a value after an equals sign`() {
        let answer = "json\\njsonpath\\n:4\\n"
        #expect(
            complete(["tool", "--output", "=", "js"], line: "tool --output=js", answer: answer)
                == Result(asked: "[__complete][--output=js]", offers: ["json", "jsonpath"]))
        #expect(
            complete(["tool", "--output", "="], line: "tool --output=", answer: answer)
                == Result(asked: "[__complete][--output=]", offers: ["json", "jsonpath"]))
        #expect(
            complete(["tool", "--output=js"], answer: answer).offers == ["--output=json", "--output=jsonpath"])
    }

    @Test func `only what follows the last colon is offered`() {
        #expect(
            complete(["tool", "a", ":", "b"], line: "tool a:b", answer: "a:bc\\na:bd\\n:4\\n")
                == Result(asked: "[__complete][a:b]", offers: ["bc", "bd"]))
    }

    @Test func `words reach the program without quotes, and commands in them are not run`() {
        #expect(complete(["tool", "'x y'", "\"$NS\"", "a\\ b"], answer: ":4\n").asked == "[__complete][x y][a b][a b]")
        #expect(complete(["tool", "$(echo x)", ">out", ""], answer: ":4\n").asked == "[__complete][$(echo x)][>out][]")
        #expect(
            complete(["tool", "'x y"], answer: "x yz\\n:4\\n") == Result(asked: "[__complete][x y]", offers: ["x yz"]))
    }

    @Test func `special characters are quoted when the word is inserted`() {
        #expect(complete(["tool", "a"], answer: "a b;c\\n:4\\n").offers == ["a\\ b\\;c"])
    }

    @Test(arguments: ["x\\n:1\\n", "", "no directive", ":4\\n", ":x\\n"])
    func `an answer without candidates offers nothing`(answer: String) {
        #expect(complete(["tool", "x"], answer: answer).offers == [])
    }
}

/// Runs a shell with a script on its standard input.
enum Shell {
    static func isInstalled(_ name: String) -> Bool {
        output("command -v \(name)", input: "") != ""
    }

    /// The text as one word of a shell.
    static func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }

    /// Standard output and error of a shell command that reads `input`.
    static func output(_ command: String, input: String) -> String {
        let end = "END_OF_THE_INPUT"
        guard let stream = popen("\(command) 2>&1 <<'\(end)'\n\(input)\n\(end)\n", "r") else { return "" }
        defer { pclose(stream) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(stream), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
