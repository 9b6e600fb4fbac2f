import EchoCore

/// What is to be drawn of a clip.
struct MediaKey: Sendable, Hashable {
    /// What it is.
    enum Kind: Sendable, Hashable {
        case cine
        case frame(Int)
        case thumbnail
        case sheet(Int)
    }

    let content: ContentHash
    let kind: Kind
    let picture: Picture

    /// Raised where the same key gives other bytes than before.
    private static let version = 1
    /// Digits of the content hash that begin every name.
    static let digits = 32

    /// The file's name: the same for the same content, whatever the clip was called.
    var name: String {
        let what =
            switch kind {
            case .cine: "cine.mp4"
            case .frame(let number): "frame-\(number).png"
            case .thumbnail: "thumbnail.png"
            case .sheet(let frames): "sheet-\(frames).png"
            }
        return "\(content.hex.prefix(Self.digits))-\(Self.version)-\(picture.rawValue)-\(what)"
    }
}
