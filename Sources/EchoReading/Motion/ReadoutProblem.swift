/// What is wrong with a readout.
public enum ReadoutProblem: Sendable, Equatable {
    /// The file has another format.
    case version(found: Int, expected: Int)
    /// Two readouts have one name.
    case twice
    /// It has no layer.
    case noLayer
    /// A layer does not take what comes to it; layers count from 0, and the last gives 1 value.
    case layer(place: Int, found: Int, expected: Int)
    /// A number is not finite.
    case notFinite
    /// The lowest answer is not below the highest.
    case range
    /// It would take a spread of fewer than 2 frames.
    case leastFrames(found: Int)

    /// For people.
    var words: String {
        switch self {
        case .version(let found, let expected): "the file has format \(found), this build reads \(expected)."
        case .twice: "there are two of that name."
        case .noLayer: "it has 0 layers, at least 1 is needed."
        case .layer(let place, let found, let expected):
            "layer \(place) has \(found) values where \(expected) are needed."
        case .notFinite: "a number in it is not finite."
        case .range: "its minimum is not below its maximum."
        case .leastFrames(let found): "it takes \(found) frames, at least 2 are needed for a spread."
        }
    }
}
