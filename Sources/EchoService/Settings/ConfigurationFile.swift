import Foundation
import Yams

/// The user's configuration file: a YAML mapping from setting names to values.
public struct ConfigurationFile: Sendable, Equatable {
    /// What it gives.
    public let values: [Setting: String]

    /// An empty one, as when there is no file.
    public static let none = ConfigurationFile(values: [:])

    init(values: [Setting: String]) { self.values = values }

    /// Reads a file.
    ///
    /// - Throws: ``ServiceError/configuration(problem:)`` for text that is not a mapping of known settings.
    public init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ServiceError.configuration(problem: "the file cannot be read")
        }
        let text = String(decoding: data, as: UTF8.self)
        let loaded: Any?
        do { loaded = try Yams.load(yaml: text) } catch {
            throw ServiceError.configuration(problem: "the file is not valid YAML")
        }
        guard let loaded else {
            values = [:]
            return
        }
        guard let mapping = loaded as? [String: Any] else {
            throw ServiceError.configuration(problem: "the file is not a mapping of settings to values")
        }
        var values: [Setting: String] = [:]
        for (key, value) in mapping {
            guard let setting = Setting(rawValue: key) else {
                let known = Setting.allCases.map(\.rawValue).joined(separator: ", ")
                throw ServiceError.configuration(problem: "`\(key)` is not a setting; there are \(known)")
            }
            if value is NSNull { continue }
            guard !(value is [Any]), !(value is [String: Any]) else {
                throw ServiceError.configuration(problem: "`\(key)` is not a single value")
            }
            values[setting] = "\(value)"
        }
        self.values = values
    }

    /// The file that is read unless ECHOSEEK_CONFIG names another: `echoseek/config.yaml` in the
    /// user's configuration folder.
    public static func defaultPath(environment: [String: String]) -> String? {
        if let named = environment["ECHOSEEK_CONFIG"], !named.isEmpty { return named }
        let named = environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        let folder = named ?? environment["HOME"].map { $0 + "/.config" }
        guard let path = folder.map({ $0 + "/echoseek/config.yaml" }),
            FileManager.default.fileExists(atPath: path)
        else { return nil }
        return path
    }
}
