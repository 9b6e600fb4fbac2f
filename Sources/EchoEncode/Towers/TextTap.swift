/// Where a forward pass of the text tower can be watched.
package enum TextStep: Sendable, Hashable {
    /// After a block, `[tokens, width]`.
    case block(Int)
    /// After the last norm, `[tokens, width]`.
    case finalNorm
}

/// Is shown each step's numbers; tokens after the end token have none.
package typealias TextTap = (TextStep, [Float]) -> Void
