import JSONModel
import StdlibExtensions

/// Environment variables to set and to remove (kubectl's package `set/env`).
struct EnvironmentChanges: Sendable {
    /// The variables as they stand in containers.
    var additions: [JSONValue] = []
    private(set) var removals: [String] = []

    /// Whether a word is a change: `key=value`, `key-` or `-`.
    static func isChange(_ word: String) -> Bool {
        guard let equals = word.firstIndex(of: "=") else { return word.hasSuffix("-") }
        return equals != word.startIndex || word.dropFirst().contains("=") || word.hasSuffix("-")
    }

    /// - Parameter input: Gives the lines that a dash alone stands for.
    init(_ words: [String], input: () throws -> String) throws {
        for word in words {
            if word == "-" {
                additions += try Self.variables(ofLines: input())
            } else if let equals = word.firstIndex(of: "=") {
                let name = String(word[..<equals])
                let faults = Self.faults(ofName: name)
                guard faults.isEmpty else {
                    throw CommandError.failed(
                        "\(name.goQuoted) is not a valid key name: \(faults.joined(separator: ";"))")
                }
                additions.append(Self.variable(name, String(word[equals...].dropFirst())))
            } else if word.hasSuffix("-") {
                removals.append(String(word.dropLast()))
            } else {
                throw CommandError.failed("unknown environment variable: \(word)")
            }
        }
        let names = additions.compactMap { $0["name"]?.string }
        if removals.contains(where: names.contains), !words.contains("-") {
            throw CommandError.failed(
                "can not both modify and remove the same environment variable in the same command")
        }
    }

    private static func variable(_ name: String, _ value: String) -> JSONValue {
        ["name": .string(name), "value": .string(value)]
    }

    /// The variables of lines such as `key=value`; what stands behind a `#` does not count.
    private static func variables(ofLines text: String) -> [JSONValue] {
        text.split(separator: "\n", omittingEmptySubsequences: true).compactMap { line in
            let line = (line.last == "\r" ? line.dropLast() : line).prefix { $0 != "#" }
            guard let equals = line.firstIndex(of: "=") else { return nil }
            return variable(String(line[..<equals]), String(line[equals...].dropFirst()))
        }
    }

    /// What is wrong with the name of a variable (apimachinery's `IsEnvVarName`).
    static func faults(ofName name: String) -> [String] {
        var faults: [String] = []
        func isPlain(_ byte: UInt8) -> Bool {
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "-", ".", "_": true
            default: false
            }
        }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        let hasForm =
            name.utf8.first.map(isPlain) ?? false && name.utf8.allSatisfy { isPlain($0) || isDigit($0) }
        if !hasForm {
            faults.append(
                "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and "
                    + "must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or 'MyEnvName1', regex used "
                    + "for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')")
        }
        switch name {
        case ".", "..": faults.append("must not be '\(name)'")
        case _ where name.hasPrefix(".."): faults.append("must not start with '..'")
        default: break
        }
        return faults
    }

    /// The variable for a key of a config map or a secret: capitals, with an underscore for what no name can have.
    static func variableName(of key: String) -> String {
        String(
            key.unicodeScalars.map { scalar -> Character in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "_": Character(scalar)
                default: "_"
                }
            }
        ).uppercased()
    }

    /// Throws where a variable would get another value.
    func checkNoOverwrites(of variables: [JSONValue]) throws {
        for addition in additions {
            let name = addition["name"]?.string ?? ""
            guard let current = variables.first(where: { $0["name"]?.string == name }) else { continue }
            let value = current["value"]?.string ?? ""
            if value != addition["value"]?.string ?? "" {
                throw CommandError.failed("'\(name)' already has a value (\(value)), and --overwrite is false")
            }
        }
    }

    /// The variables with the changes: new values in the places of old ones, new variables behind them.
    func applied(to variables: [JSONValue]) -> [JSONValue] {
        var covered = Set(removals)
        var result: [JSONValue] = []
        for variable in variables {
            let name = variable["name"]?.string ?? ""
            if covered.contains(name) { continue }
            if let addition = additions.first(where: { $0["name"]?.string == name }) {
                covered.insert(name)
                result.append(addition)
            } else {
                result.append(variable)
            }
        }
        for addition in additions where covered.insert(addition["name"]?.string ?? "").inserted {
            result.append(addition)
        }
        return result
    }
}
