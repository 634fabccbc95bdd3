/// Why an archive cannot be read or written.
package enum TarError: Error, Hashable {
    /// A header that is none: a wrong checksum, a number that is no number, a record that is none.
    case malformedHeader
    /// A name, or what stands for one, that is longer than the limit.
    case fieldTooLong
    /// A sparse file, whose holes are left out of the archive.
    case sparseFile(name: [UInt8])
    /// The archive broke off.
    case truncated
    /// More contents came than the header had announced.
    case contentsTooLong
    /// As many bytes were missing from what the header had announced.
    case contentsMissing(Int64)
}
