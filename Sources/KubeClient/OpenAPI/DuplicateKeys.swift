import JSONModel

/// Finds labels and annotations that stand twice in a JSON text, which a parsed object no longer shows.
enum DuplicateKeys {
    /// The first key that stands twice in `metadata.labels`, and the first in `metadata.annotations`.
    ///
    /// The text must be valid JSON. Like kubectl's, the search begins after the member's key and ends with the next
    /// object that ends, whatever the member's value is.
    static func faults(inJSON text: [UInt8]) -> [ValidationFault] {
        ["labels", "annotations"].compactMap { member in
            var scan = KeyScan(text)
            return scan.firstRepeatedKey(of: member).map(ValidationFault.duplicateKey)
        }
    }
}

/// Walks over the keys and brackets of a JSON text that is known to be valid.
private struct KeyScan {
    private enum Token {
        case key(String)
        case opening, closing
    }

    private let text: [UInt8]
    private var place = 0

    init(_ text: [UInt8]) {
        self.text = text
    }

    /// The first key that comes a second time after the one of `metadata`'s member.
    mutating func firstRepeatedKey(of member: String) -> String? {
        guard seek(to: member) else { return nil }
        var seen: Set<[UInt8]> = []
        while let token = next() {
            switch token {
            case .key(let key):
                if !seen.insert(Array(key.utf8)).inserted { return key }
            case .closing:
                if text[place - 1] == UInt8(ascii: "}") { return nil }
            case .opening: break
            }
        }
        return nil
    }

    /// Goes behind the key of a member of the top object's `metadata`; false where there is none.
    private mutating func seek(to member: String) -> Bool {
        var depth = 0
        var isInMetadata = false
        while let token = next() {
            switch token {
            case .opening: depth += 1
            case .closing: depth -= 1
            case .key(let key) where depth == 1: isInMetadata = key == "metadata"
            case .key(let key) where depth == 2 && isInMetadata && key == member: return true
            case .key: break
            }
        }
        return false
    }

    private mutating func next() -> Token? {
        while place < text.count {
            let byte = text[place]
            place += 1
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["): return .opening
            case UInt8(ascii: "}"), UInt8(ascii: "]"): return .closing
            case UInt8(ascii: "\""): if let key = key(from: place - 1) { return .key(key) }
            default: break
            }
        }
        return nil
    }

    /// Goes over the string that begins at `start`; its text where it is a key.
    private mutating func key(from start: Int) -> String? {
        while place < text.count, text[place] != UInt8(ascii: "\"") {
            place += text[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        place = min(place + 1, text.count)
        let end = place
        while place < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[place]) { place += 1 }
        guard place < text.count, text[place] == UInt8(ascii: ":") else { return nil }
        // Only a text that is no JSON has keys that cannot be read.
        return (try? JSONParser.parse(Array(text[start..<end])))?.string
    }
}
