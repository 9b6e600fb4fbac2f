/// The first eight bytes of an AVI file.
struct RIFFHeader {
    /// Whether the first chunk says that it reaches past the file's end.
    ///
    /// A recorder that never went back to fill in the length leaves 0 there, which says nothing.
    let isCut: Bool

    /// Reads the chunk's length.
    init(file: RegularFile) throws(DecodeError) {
        let length = try file.bytes(at: 4, count: 4).reversed().reduce(0) { $0 << 8 | Int($1) }
        isCut = length > 0 && length + 8 > file.byteCount
    }
}
