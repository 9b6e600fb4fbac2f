import EchoCore
public import EchoEncode

extension Workspace {
    /// How clips are shown to a model: as the settings say, else as its own manifest does.
    ///
    /// - Parameter model: `nil` where none can be chosen; then the published code stands in for its manifest.
    /// - Throws: ``ServiceError/setting(_:found:expected:)``.
    public func preprocessing(for model: InstalledModel?) throws -> PreprocessingDefaults {
        var shown = model?.manifest.preprocessing ?? .reference
        if isSet(.frames) { shown.frames = try settings.frames() }
        if isSet(.mask) { shown.mask = try settings.mask() }
        return shown
    }

    /// A setting as it takes effect: where nobody gives frames or mask, the chosen model does.
    ///
    /// - Returns: no value where that model cannot be chosen.
    public func resolve(_ setting: Setting) -> Settings.Resolved {
        guard [.frames, .mask].contains(setting), !isSet(setting) else { return settings.resolve(setting) }
        let own = (try? installedModel())?.manifest.preprocessing
        return Settings.Resolved(
            value: setting == .frames ? own?.frames.description : own?.mask.rawValue, source: .model)
    }

    func isSet(_ setting: Setting) -> Bool { settings.resolve(setting).source != .default }
}
