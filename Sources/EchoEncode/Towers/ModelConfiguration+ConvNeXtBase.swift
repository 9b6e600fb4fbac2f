extension ModelConfiguration {
    /// EchoCLIP's architecture: 151,518,849 weights in 493 tensors.
    ///
    /// - Source: `open_clip/model_configs/convnext_base.json`.
    public static let convNeXtBase = ModelConfiguration(
        embedDimension: 512,
        vision: VisionConfiguration(
            depths: [3, 3, 27, 3], widths: [128, 256, 512, 1024], imageSize: 224),
        text: TextConfiguration(
            width: 512, heads: 8, layers: 12, contextLength: 77, vocabularySize: 49408))
}
