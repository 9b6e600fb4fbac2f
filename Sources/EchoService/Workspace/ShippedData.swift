public import Foundation

/// The data that comes with the program: prompt sets, report sections, and our own small model once there is.
///
/// Installed below `share/echoseek/Models`; in a checkout, `Models` at its top.
public struct ShippedData: Sendable {
    /// The `Models` folder.
    public let folder: URL

    /// The folder of prompt sets.
    public var prompts: URL { folder.appending(path: "prompts") }
    /// The report sections.
    public var sections: URL { folder.appending(path: "report/sections-en.yaml") }

    /// Looks beside the program's own file, then in the checkout that it was built in.
    public static func locate() -> ShippedData? {
        guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        else { return nil }
        var folder = URL(filePath: program).deletingLastPathComponent()
        var places = [folder.deletingLastPathComponent().appending(path: "share/echoseek/Models")]
        for _ in 0..<5 {
            places.append(folder.appending(path: "Models"))
            folder = folder.deletingLastPathComponent()
        }
        let found = places.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "prompts").path)
        }
        return found.map { ShippedData(folder: $0) }
    }
}
