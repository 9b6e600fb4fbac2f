/// What a file is, by its first bytes; its name is not looked at.
public enum FileKind: String, Sendable, Codable, CaseIterable {
    /// `DICM` at byte 128, or a data set without that preamble.
    case dicom
    /// A container of moving pictures.
    case video
    /// One picture: PNG, JPEG, BMP, TIFF or PNM.
    case picture
    /// A list of other files, such as HLS or ffconcat; never followed.
    case playlist
    /// A zip archive, locked or not; office documents are ones too.
    case zip
    /// Another archive or compressed file: gzip, bzip2, xz, zstd, 7z, rar, tar.
    case archive
    /// A PDF document.
    case pdf
    /// HTML or XML.
    case markup
    /// Other text: CSV, JSON, a report.
    case text
    /// A program or library.
    case program
    /// An SQLite database.
    case database
    /// Only zero bytes where a header should be, as a failed copy leaves them.
    case blank
    /// None of these; libavformat may know it.
    case unknown

    /// Whether such a file can hold a clip at all.
    public var mayHoldClip: Bool {
        switch self {
        case .dicom, .video, .picture, .unknown: true
        default: false
        }
    }

    /// How many of a file's bytes are looked at.
    static let prefixLength = 4_096

    /// Reads a file's first 4 KiB.
    ///
    /// - Throws: ``DecodeError/unopenable(status:)``, ``DecodeError/notRegular(what:)`` or
    ///   ``DecodeError/empty``.
    public init(sniffing path: String) throws(DecodeError) {
        let limits = DecodeLimits(framePixels: 1, frames: 1, fileBytes: .max)
        try self.init(sniffing: RegularFile(path: path, limits: limits))
    }

    /// Reads an open file's first 4 KiB.
    init(sniffing file: RegularFile) throws(DecodeError) {
        self.init(prefix: try file.bytes(at: 0, count: Self.prefixLength), byteCount: file.byteCount)
    }

    /// Judges a file's first bytes.
    ///
    /// - Parameters:
    ///   - prefix: the first 4 KiB, or the whole of a shorter file.
    ///   - byteCount: the file's length.
    package init(prefix: [UInt8], byteCount: Int) {
        if let signed = FileSignature.kind(of: prefix) {
            self = signed
        } else if DICOMPrefix.isPlausible(prefix, byteCount: byteCount) {
            self = .dicom
        } else if prefix.allSatisfy({ $0 == 0 }) {
            self = .blank
        } else {
            self = TextPrefix.kind(of: prefix, isWhole: prefix.count == byteCount) ?? .unknown
        }
    }
}
