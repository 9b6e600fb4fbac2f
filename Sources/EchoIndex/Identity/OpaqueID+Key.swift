public import EchoCore
internal import Crypto
internal import Foundation

extension OpaqueID {
    /// Derives the id from a natural key, so that two indexes of the same files have the same ids.
    ///
    /// The prefix, a dash, and the first 16 hexadecimal digits of SHA-256(prefix, 0, key).
    fileprivate init(prefix: String, key: String) {
        var hash = SHA256()
        hash.update(data: Data(prefix.utf8))
        hash.update(data: [0])
        hash.update(data: Data(key.utf8))
        self.init("\(prefix)-\(ContentHash(digest: hash.finalize()).hex.prefix(16))")
    }
}

extension StudyID {
    /// The id of the study with this StudyInstanceUID, or with this name in a manifest.
    public init(key: String) { self.init(prefix: "st", key: key) }

    /// The id of a study that is one file nobody said anything about.
    public init(soleFile content: ContentHash) { self.init(prefix: "st", key: "file\u{0}\(content.hex)") }
}

extension SeriesID {
    /// The id of a series, from its study's id, a zero, and its SeriesInstanceUID.
    public init(key: String) { self.init(prefix: "se", key: key) }
}

extension ClipID {
    /// The id of the clip whose file has these bytes.
    public init(content: ContentHash) { self.init(prefix: "cl", key: content.hex) }
}

extension PatientID {
    /// The id of the patient with this identifier at this issuer.
    public init(key: PatientKey) { self.init(prefix: "pt", key: "\(key.identifier)\u{0}\(key.issuer ?? "")") }
}

extension CaptionID {
    /// The id of one sentence of a study's report.
    public init(study: StudyID, ordinal: Int, section: String, text: String) {
        self.init(prefix: "ca", key: "\(study)\u{0}\(ordinal)\u{0}\(section)\u{0}\(text)")
    }
}
