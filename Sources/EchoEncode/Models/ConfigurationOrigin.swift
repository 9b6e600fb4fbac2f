/// Where a model's shape was read.
public enum ConfigurationOrigin: String, Sendable, Codable, CaseIterable {
    /// `open_clip_config.json`.
    case openCLIPConfig
    /// `config.json`.
    case config
    /// No configuration was found: depths and widths are the tensors', the image side is 224, each head
    /// has 64 channels, and the color constants are OpenAI's.
    case tensorShapes
}
