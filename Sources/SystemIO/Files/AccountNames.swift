import Glibc

/// The names of users and groups by their numbers, as this machine knows them; each is looked up once.
package struct AccountNames {
    private var users: [UInt32: String] = [:]
    private var groups: [UInt32: String] = [:]

    /// More than any entry of a password file; glibc's own suggestion is 1024.
    private static let longestEntry = 1 << 16

    package init() {}

    /// The user's name; empty where there is none.
    package mutating func user(_ number: UInt32) -> String {
        if let name = users[number] { return name }
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: Self.longestEntry)
        let code = getpwuid_r(number, &entry, &buffer, buffer.count, &found)
        let name = code == 0 && found != nil ? entry.pw_name.map { String(cString: $0) } ?? "" : ""
        users[number] = name
        return name
    }

    /// The group's name; empty where there is none.
    package mutating func group(_ number: UInt32) -> String {
        if let name = groups[number] { return name }
        var entry = Glibc.group()
        var found: UnsafeMutablePointer<Glibc.group>?
        var buffer = [CChar](repeating: 0, count: Self.longestEntry)
        let code = getgrgid_r(number, &entry, &buffer, buffer.count, &found)
        let name = code == 0 && found != nil ? entry.gr_name.map { String(cString: $0) } ?? "" : ""
        groups[number] = name
        return name
    }
}
