package import EchoCore

/// A labelled study and the mean over its usable clips.
package struct EmbeddedStudy: Sendable {
    /// Which study.
    package let study: MatchedStudy
    /// Its direction, in the similarity slot.
    package let embedding: Embedding
}
