/// A file within an archive, stored plainly.
package struct ZipEntry: Sendable, Equatable {
    /// Its path within the archive, checked to be a plain relative one.
    package let name: String
    /// Where its local header begins.
    package let headerOffset: Int
    /// Where its bytes begin.
    package let offset: Int
    /// How many bytes it has.
    package let byteCount: Int
    /// Where its data descriptor, or else its bytes, end.
    package let end: Int
    /// The CRC-32 stated for its bytes.
    package let crc: UInt32
}
