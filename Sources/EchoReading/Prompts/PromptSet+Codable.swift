internal import EchoCore

extension PromptSet {
    /// Reads a set; a key with a default may be missing.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try keys.decode(String.self, forKey: .name),
            title: try keys.decode(String.self, forKey: .title),
            kind: try keys.decode(PromptKind.self, forKey: .kind))
        subject = try keys.decodeIfPresent(PromptSubject.self, forKey: .subject) ?? subject
        language = try keys.decodeIfPresent(String.self, forKey: .language) ?? language
        slot = try keys.decodeIfPresent(ModelSlot.self, forKey: .slot) ?? slot
        prompts = try keys.decodeIfPresent([String].self, forKey: .prompts) ?? []
        negatives = try keys.decodeIfPresent([String].self, forKey: .negatives) ?? []
        range = try keys.decodeIfPresent(NumericRange.self, forKey: .range)
        unit = try keys.decodeIfPresent(String.self, forKey: .unit)
        categories = try keys.decodeIfPresent([PromptCategory].self, forKey: .categories) ?? []
        thresholds = try keys.decodeIfPresent([PromptThreshold].self, forKey: .thresholds) ?? []
        views = try keys.decodeIfPresent([String].self, forKey: .views) ?? []
        clipKinds = try keys.decodeIfPresent([ClipKind].self, forKey: .clipKinds) ?? clipKinds
        notes = try keys.decodeIfPresent(String.self, forKey: .notes)
    }
}
