/// Which frames of a clip the model is shown.
public enum FrameRule: Sendable, Hashable, CustomStringConvertible {
    /// The first 40 frames at stride 2, at most 20.
    ///
    /// Source: `zero_shot_example.py`, echonet/echo_CLIP, since 2023-11-22.
    case reference
    /// The first 10 frames. Source: arXiv 2308.15670.
    case paper
    /// Every frame. Source: `embedding_example.py`, echonet/echo_CLIP.
    case all
    /// `count` frames spread evenly from the first to the last; every frame of a shorter clip.
    case uniform(count: Int)

    /// The largest `uniform` count that is accepted.
    public static let largestUniformCount = 1_000

    /// Reads `reference`, `paper`, `all` or `uniform:N` with N in 1...1000; `nil` for anything else.
    public init?(_ text: String) {
        switch text {
        case "reference": self = .reference
        case "paper": self = .paper
        case "all": self = .all
        default:
            guard text.hasPrefix("uniform:"), let count = Int(text.dropFirst("uniform:".count)),
                (1...Self.largestUniformCount).contains(count)
            else { return nil }
            self = .uniform(count: count)
        }
    }

    /// The frames to show, ascending, of a clip that has `frameCount`.
    ///
    /// `uniform` takes frame `round(i·(frameCount−1)/(count−1))`, and the middle one for a count of 1.
    public func indices(frameCount: Int) -> [Int] {
        switch self {
        case .reference: return Array(stride(from: 0, to: min(40, frameCount), by: 2))
        case .paper: return Array(0..<min(10, frameCount))
        case .all: return Array(0..<frameCount)
        case .uniform(let count):
            guard frameCount > count else { return Array(0..<frameCount) }
            guard count > 1 else { return [frameCount / 2] }
            return (0..<count).map { (2 * $0 * (frameCount - 1) + count - 1) / (2 * (count - 1)) }
        }
    }

    /// The text that ``init(_:)`` reads.
    public var description: String {
        switch self {
        case .reference: "reference"
        case .paper: "paper"
        case .all: "all"
        case .uniform(let count): "uniform:\(count)"
        }
    }
}
