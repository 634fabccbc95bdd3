import StdlibExtensions
import SystemIO

/// Standard output as the stream that renderers write to.
struct ConsoleStream: ByteOutputStream {
    let console: any Console

    mutating func write(_ string: String) {
        console.write(string)
    }

    mutating func write(_ bytes: [UInt8]) {
        console.write(bytes)
    }
}
