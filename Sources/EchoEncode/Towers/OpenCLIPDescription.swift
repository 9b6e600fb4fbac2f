/// The `open_clip_config.json` that belongs to a configuration.
///
/// - Source: the layout of `mkaichristensen/echo-clip-r`'s file on Hugging Face.
package enum OpenCLIPDescription {
    /// timm's plain ConvNeXts by depths and widths; any other is named `convnext_custom`, which timm does not
    /// know, and its extents are read off its tensors.
    private static let published: [(name: String, depths: [Int], widths: [Int])] = [
        ("convnext_tiny", [3, 3, 9, 3], [96, 192, 384, 768]),
        ("convnext_small", [3, 3, 27, 3], [96, 192, 384, 768]),
        ("convnext_base", [3, 3, 27, 3], [128, 256, 512, 1024]),
        ("convnext_large", [3, 3, 27, 3], [192, 384, 768, 1536]),
        ("convnext_xlarge", [3, 3, 27, 3], [256, 512, 1024, 2048]),
    ]

    /// The file's text.
    package static func json(_ configuration: ModelConfiguration) -> String {
        let vision = configuration.vision
        let known = published.first { $0.depths == vision.depths && $0.widths == vision.widths }
        let text = configuration.text.map { text in
            """
            ,
              "text_cfg": {
               "context_length": \(text.contextLength), "vocab_size": \(text.vocabularySize),
               "width": \(text.width), "heads": \(text.heads), "layers": \(text.layers)
              }
            """
        }
        return """
            {
             "model_cfg": {
              "embed_dim": \(configuration.embedDimension),
              "vision_cfg": {
               "timm_model_name": "\(known?.name ?? "convnext_custom")",
               "timm_model_pretrained": false, "timm_pool": "", "timm_proj": "linear",
               "timm_drop": 0.0, "timm_drop_path": 0.1, "image_size": \(vision.imageSize)
              }\(text ?? "")
             },
             "preprocess_cfg": {
              "mean": \(configuration.mean),
              "std": \(configuration.standardDeviation)
             }
            }

            """
    }
}
