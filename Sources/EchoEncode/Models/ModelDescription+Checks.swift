internal import EchoCore

extension ModelDescription {
    /// The configuration, its widths and depths taken from the tensors and held against what the file says.
    ///
    /// - Throws: ``ModelError/unsupportedArchitecture(what:)``,
    ///   ``ModelError/badConfiguration(file:detail:)``.
    func configuration(shapes: [String: [Int]]) throws(ModelError) -> ModelConfiguration {
        try refuseOthers()
        var configuration: ModelConfiguration
        do {
            configuration = try ModelConfiguration.inferred(
                fromShapes: shapes, imageSize: model.visionCfg.imageSize ?? 224,
                textHeads: model.textCfg?.heads)
        } catch {
            throw ModelError.inferring(error)
        }
        configuration.mean = preprocess?.mean ?? ModelConfiguration.clipMean
        configuration.standardDeviation = preprocess?.std ?? ModelConfiguration.clipStandardDeviation
        try compare(configuration)
        do {
            try configuration.validate()
        } catch {
            throw .badConfiguration(file: file, detail: error.report.reason)
        }
        return configuration
    }

    /// What the towers do not compute.
    private func refuseOthers() throws(ModelError) {
        let vision = model.visionCfg
        guard let name = vision.timmModelName else {
            throw .unsupportedArchitecture(what: vision.layers?.text ?? "an unnamed image tower")
        }
        let refusals: [(Bool, String)] = [
            (!name.hasPrefix("convnext_"), "the timm model \(name)"),
            (!["", "avg", nil].contains(vision.timmPool), "pooling \(vision.timmPool ?? "")"),
            (!["linear", nil].contains(vision.timmProj), "an image projection \(vision.timmProj ?? "")"),
            (model.quickGelu == true, "the QuickGELU activation"),
            (model.textCfg?.hfModelName != nil, "the text model \(model.textCfg?.hfModelName ?? "")"),
            (model.textCfg?.noCausalMask == true, "a text tower without a causal mask"),
            (model.textCfg?.embedCls == true, "a text tower with a class token"),
            (!["argmax", nil].contains(model.textCfg?.poolType), "text pooling other than at the end token"),
        ]
        if let refusal = refusals.first(where: \.0) {
            throw .unsupportedArchitecture(what: String(refusal.1.prefix(120)))
        }
    }

    /// Every number that the file states is the tensors'.
    private func compare(_ found: ModelConfiguration) throws(ModelError) {
        let kwargs = model.visionCfg.timmModelKwargs
        let text = model.textCfg
        let stated: [(String, [Int]?, [Int])] = [
            ("embed_dim", [model.embedDim], [found.embedDimension]),
            ("depths", kwargs?.depths ?? publishedDepths, found.vision.depths),
            ("dims", kwargs?.dims, found.vision.widths),
            ("context_length", text?.contextLength.map { [$0] }, found.text.map { [$0.contextLength] } ?? []),
            ("vocab_size", text?.vocabSize.map { [$0] }, found.text.map { [$0.vocabularySize] } ?? []),
            ("width", text?.width.map { [$0] }, found.text.map { [$0.width] } ?? []),
            ("layers", text?.layers.map { [$0] }, found.text.map { [$0.layers] } ?? []),
        ]
        for (key, said, held) in stated {
            if let said, said != held {
                throw .badConfiguration(
                    file: file, detail: "\(key) is \(said), and the tensors have \(held)")
            }
        }
    }

    /// The depths of timm's plain ConvNeXts; other names state theirs, or leave them to the tensors.
    private var publishedDepths: [Int]? {
        switch model.visionCfg.timmModelName?.prefix(while: { $0 != "." }) {
        case "convnext_tiny": [3, 3, 9, 3]
        case "convnext_small", "convnext_base", "convnext_large", "convnext_xlarge": [3, 3, 27, 3]
        default: nil
        }
    }
}

extension ModelError {
    /// Shapes that are no ConvNeXt's with a CLIP text tower.
    static func inferring(_ error: EncodeError) -> ModelError {
        if case .unknownArchitecture(let reason) = error {
            return .unsupportedArchitecture(what: "another kind: \(reason)")
        }
        return .unsupportedArchitecture(what: error.report.reason)
    }
}
