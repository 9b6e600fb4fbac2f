public import EchoCore
public import EchoEncode
public import EchoTensor
public import Foundation

/// Every setting's value and where it came from: flag, then environment, then file, then default.
public struct Settings: Sendable {
    /// A value and its source.
    public struct Resolved: Sendable, Equatable, Codable {
        /// The value; `nil` where nothing gives one.
        public let value: String?
        /// Who gave it.
        public let source: SettingSource
    }

    private let flags: [Setting: String]
    private let environment: [String: String]
    private let file: ConfigurationFile

    /// Joins what the three sources give; an empty environment variable counts as not set.
    public init(flags: [Setting: String], environment: [String: String], file: ConfigurationFile) {
        self.flags = flags
        self.environment = environment
        self.file = file
    }

    /// A setting's value and its source, as far as the three sources tell; a model may say more
    /// (``Workspace/resolve(_:)``).
    public func resolve(_ setting: Setting) -> Resolved {
        if let value = flags[setting] { return Resolved(value: value, source: .flag) }
        if let value = environment[setting.environmentName], !value.isEmpty {
            return Resolved(value: expanded(value, setting), source: .environment)
        }
        if let value = file.values[setting] {
            return Resolved(value: expanded(value, setting), source: .file)
        }
        return Resolved(value: standard(setting), source: .default)
    }

    /// The index's folder.
    public var index: String { resolve(.index).value ?? "index" }
    /// The folder that models are imported into.
    public var models: String { resolve(.models).value ?? "models" }
    /// The folder of the user's own prompt sets.
    public var prompts: String { resolve(.prompts).value ?? "prompts" }

    /// The model's name, where one was named.
    public var model: String? { resolve(.model).value }

    /// Which frames of a clip the model is shown.
    public func frames() throws -> FrameRule {
        let text = resolve(.frames).value ?? ""
        guard let rule = FrameRule(text) else {
            throw ServiceError.setting(.frames, found: text, expected: "reference, paper, all or uniform:N")
        }
        return rule
    }

    /// Whether the picture outside the sector is blanked.
    public func mask() throws -> MaskRule {
        let text = resolve(.mask).value ?? ""
        guard let rule = MaskRule(rawValue: text) else {
            throw ServiceError.setting(.mask, found: text, expected: "auto or none")
        }
        return rule
    }

    /// The image tower's arithmetic.
    public func precision() throws -> PrecisionChoice {
        let text = resolve(.precision).value ?? ""
        guard let choice = PrecisionChoice(text) else {
            throw ServiceError.setting(.precision, found: text, expected: "fp32, bf16, int8 or auto")
        }
        return choice
    }

    /// This program's folder in the user's cache; `nil` where the environment names neither a cache nor a home.
    public var cacheFolder: URL? {
        let named = environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.cache" }
        return (named ?? home).map { URL(filePath: $0 + "/echoseek", directoryHint: .isDirectory) }
    }

    /// How many cores to work on, 1...256.
    public func threads() throws -> Int {
        let text = resolve(.threads).value ?? ""
        guard let count = Int(text), (1...256).contains(count) else {
            throw ServiceError.setting(.threads, found: text, expected: "a number from 1 to 256")
        }
        return count
    }

    /// The kernels of the instruction set that the model is computed with; `auto` is the fastest.
    public func kernels() throws -> Kernels {
        let text = resolve(.isa).value ?? ""
        if text == Self.fastest { return .best }
        guard let kernels = InstructionSet(rawValue: text).flatMap(Kernels.init) else {
            let names = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
            throw ServiceError.setting(
                .isa, found: text, expected: "\(Self.fastest), or what this processor has: \(names)")
        }
        return kernels
    }

    /// The value of ``Setting/isa`` that leaves the choice to the processor.
    static let fastest = "auto"

    /// Looks at every setting that has a form.
    ///
    /// - Throws: ``ServiceError/setting(_:found:expected:)`` for the first that has another.
    public func check() throws {
        _ = try frames()
        _ = try mask()
        _ = try precision()
        _ = try threads()
        _ = try kernels()
        _ = try ServerSettings(self)
    }

    /// A path's leading `~/` as the home folder: no shell expands it in a file or a variable.
    private func expanded(_ value: String, _ setting: Setting) -> String {
        guard setting.isPath, value.hasPrefix("~/"), let home = environment["HOME"] else { return value }
        return home + value.dropFirst()
    }

    private func standard(_ setting: Setting) -> String? {
        switch setting {
        case .index: dataFolder + "/index"
        case .models: dataFolder + "/models"
        case .prompts: dataFolder + "/prompts"
        case .model: nil
        case .frames: FrameRule.reference.description
        case .mask: MaskRule.auto.rawValue
        case .precision: Precision.fp32.rawValue
        case .isa: Self.fastest
        case .threads: String(ProcessInfo.processInfo.activeProcessorCount)
        case .host: "127.0.0.1"
        case .port: "8417"
        case .tlsCertificate, .tlsKey: nil
        case .connections: "512"
        case .requestsPerMinute: "6000"
        case .uploadMegabytes: "2048"
        case .behindProxy: "off"
        }
    }

    private var dataFolder: String {
        let named = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        return (named ?? (environment["HOME"] ?? ".") + "/.local/share") + "/echoseek"
    }
}
