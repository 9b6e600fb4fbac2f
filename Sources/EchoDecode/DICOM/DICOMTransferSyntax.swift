/// A transfer syntax that holds pictures we can decode.
struct DICOMTransferSyntax: Equatable {
    /// How the pixel data is coded.
    enum Codec: String {
        case raw, rle
        case jpeg
        case jpegLossless = "jpeg-lossless"
        case jpegLS = "jpeg-ls"
        case jpeg2000 = "jpeg2000"
        case mpeg2 = "mpeg2video"
        case h264
        case hevc

        /// Whether frames follow from one another, so that they are decoded in order.
        var isStream: Bool { self == .mpeg2 || self == .h264 || self == .hevc }
    }

    /// Its UID, as stored.
    let uid: String
    /// How the pixel data is coded.
    let codec: Codec
    /// Whether elements carry their value representation.
    let isExplicit: Bool
    /// Whether numbers are stored with their high byte first.
    let isBigEndian: Bool
    /// Whether the whole data set is deflated.
    let isDeflated: Bool

    /// Knows a UID by PS3.6 table A-1; `nil` for one that we cannot decode.
    init?(uid: String) {
        let root = "1.2.840.10008.1.2"
        guard uid.hasPrefix(root), let codec = Self.codecs[String(uid.dropFirst(root.count))] else {
            return nil
        }
        self.init(uid: uid, codec: codec)
    }

    /// A bare data set's syntax.
    static let implicit = DICOMTransferSyntax(uid: "1.2.840.10008.1.2", codec: .raw)
    /// A bare data set's syntax.
    static let explicit = DICOMTransferSyntax(uid: "1.2.840.10008.1.2.1", codec: .raw)
    /// A bare data set's syntax.
    static let bigEndian = DICOMTransferSyntax(uid: "1.2.840.10008.1.2.2", codec: .raw)

    private init(uid: String, codec: Codec) {
        self.uid = uid
        self.codec = codec
        isExplicit = uid != "1.2.840.10008.1.2"
        isBigEndian = uid == "1.2.840.10008.1.2.2"
        isDeflated = uid == "1.2.840.10008.1.2.1.99"
    }

    /// By what follows DICOM's root 1.2.840.10008.1.2.
    private static let codecs: [String: Codec] = [
        "": .raw, ".1": .raw, ".2": .raw, ".1.99": .raw, ".5": .rle,
        ".4.50": .jpeg, ".4.51": .jpeg, ".4.53": .jpeg, ".4.55": .jpeg,
        ".4.57": .jpegLossless, ".4.70": .jpegLossless, ".4.80": .jpegLS, ".4.81": .jpegLS,
        ".4.90": .jpeg2000, ".4.91": .jpeg2000, ".4.100": .mpeg2, ".4.101": .mpeg2,
        ".4.100.1": .mpeg2, ".4.101.1": .mpeg2, ".4.102": .h264, ".4.103": .h264, ".4.104": .h264,
        ".4.105": .h264, ".4.106": .h264, ".4.102.1": .h264, ".4.103.1": .h264, ".4.104.1": .h264,
        ".4.105.1": .h264, ".4.106.1": .h264, ".4.107": .hevc, ".4.108": .hevc,
    ]
}
