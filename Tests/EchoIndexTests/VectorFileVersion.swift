import Crypto
import Foundation

/// Makes vector files of versions that do not exist yet.
enum VectorFileVersion {
    /// The same file with another version number and a header checksum that fits.
    static func raised(_ file: Data, to version: UInt8) throws -> Data {
        var bytes = file
        bytes[8] = version
        bytes.replaceSubrange(160..<192, with: Array(SHA256.hash(data: bytes.prefix(160))))
        return bytes
    }
}
