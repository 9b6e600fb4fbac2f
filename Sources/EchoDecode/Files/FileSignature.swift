/// The fixed bytes by which formats are known.
///
/// Source: the formats' own specifications; `file(1)` agrees on each.
enum FileSignature {
    private struct Mark {
        let offset: Int
        let bytes: [UInt8]
        let kind: FileKind

        init(_ kind: FileKind, _ bytes: [UInt8], at offset: Int = 0) {
            self.offset = offset
            self.bytes = bytes
            self.kind = kind
        }

        init(_ kind: FileKind, _ text: String, at offset: Int = 0) {
            self.init(kind, Array(text.utf8), at: offset)
        }

        func stands(in prefix: [UInt8]) -> Bool {
            prefix.count >= offset + bytes.count && prefix[offset...].starts(with: bytes)
        }
    }

    /// The first mark that stands decides.
    private static let marks: [Mark] = [
        Mark(.dicom, "DICM", at: 128),
        Mark(.video, "AVI ", at: 8), Mark(.video, "ftyp", at: 4), Mark(.video, "moov", at: 4),
        Mark(.video, "mdat", at: 4), Mark(.video, "wide", at: 4), Mark(.video, "free", at: 4),
        Mark(.video, "GIF87a"), Mark(.video, "GIF89a"), Mark(.video, [0x1A, 0x45, 0xDF, 0xA3]),
        Mark(.video, [0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]), Mark(.video, "YUV4MPEG2 "),
        Mark(.video, [0, 0, 1, 0xBA]), Mark(.video, [0, 0, 1, 0xB3]), Mark(.video, "FLV"),
        Mark(.picture, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), Mark(.picture, [0xFF, 0xD8, 0xFF]),
        Mark(.picture, "BM"), Mark(.picture, [0x49, 0x49, 0x2A, 0]), Mark(.picture, [0x4D, 0x4D, 0, 0x2A]),
        Mark(.picture, "P5\n"), Mark(.picture, "P6\n"), Mark(.picture, "WEBP", at: 8),
        Mark(.playlist, "#EXTM3U"), Mark(.playlist, "ffconcat"), Mark(.playlist, "[playlist]"),
        Mark(.zip, [0x50, 0x4B, 3, 4]), Mark(.zip, [0x50, 0x4B, 5, 6]), Mark(.zip, [0x50, 0x4B, 7, 8]),
        Mark(.archive, [0x1F, 0x8B]), Mark(.archive, "BZh"), Mark(.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A]),
        Mark(.archive, [0x28, 0xB5, 0x2F, 0xFD]), Mark(.archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        Mark(.archive, "Rar!"), Mark(.archive, "ustar", at: 257),
        Mark(.pdf, "%PDF-"), Mark(.program, [0x7F, 0x45, 0x4C, 0x46]), Mark(.program, "MZ"),
        Mark(.database, "SQLite format 3"),
    ]

    /// The format whose mark the bytes carry; `nil` for none.
    static func kind(of prefix: [UInt8]) -> FileKind? {
        marks.first { $0.stands(in: prefix) }?.kind
    }
}
