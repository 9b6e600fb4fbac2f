/// A text transformer's shape; EchoCLIP's has width 512, 8 heads, 12 layers.
public struct TextConfiguration: Sendable, Equatable, Codable {
    /// Channels.
    public var width: Int
    /// Attention heads; they divide the width.
    public var heads: Int
    /// Blocks.
    public var layers: Int
    /// Tokens in the window, start and end included; 77 for CLIP.
    public var contextLength: Int
    /// Rows of the token table; 49,408 for CLIP.
    public var vocabularySize: Int

    /// Takes the shape as it is.
    public init(width: Int, heads: Int, layers: Int, contextLength: Int, vocabularySize: Int) {
        self.width = width
        self.heads = heads
        self.layers = layers
        self.contextLength = contextLength
        self.vocabularySize = vocabularySize
    }
}
