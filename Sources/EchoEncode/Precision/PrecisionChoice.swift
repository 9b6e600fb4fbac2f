/// Which arithmetic a user wants: one, or the fastest that was shown to be good enough.
public enum PrecisionChoice: Sendable, Equatable, CustomStringConvertible {
    /// This one.
    case fixed(Precision)
    /// The fastest on this processor of those whose evidence passes; fp32 without evidence.
    case auto

    /// Reads `fp32`, `bf16`, `int8` or `auto`; `nil` for anything else.
    public init?(_ text: String) {
        if text == "auto" {
            self = .auto
        } else if let precision = Precision(rawValue: text) {
            self = .fixed(precision)
        } else {
            return nil
        }
    }

    /// What ``init(_:)`` reads.
    public var description: String {
        switch self {
        case .fixed(let precision): precision.rawValue
        case .auto: "auto"
        }
    }
}
