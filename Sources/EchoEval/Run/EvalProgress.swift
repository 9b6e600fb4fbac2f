/// How far an evaluation is.
public struct EvalProgress: Sendable, Equatable {
    /// The protocol at work.
    public let part: EvalProtocol
    /// Studies done in it.
    public let done: Int
    /// Studies in all.
    public let total: Int
}
