import EchoPhantom
import EchoService
import EchoTesting
import Foundation

/// Small simulated sets, written below a folder of a test's own.
enum PhantomSets {
    /// One patient with two studies of two views, small enough to be drawn in seconds.
    static func small(_ format: PhantomFormat, seed: UInt64 = 5) -> PhantomSetOptions {
        PhantomSetOptions(
            patients: 1, studies: 2...2, seed: seed, format: format, size: 224, hasFurniture: false,
            views: [.apicalFourChamber, .parasternalLongAxis])
    }

    /// Writes a set.
    static func write(
        _ options: PhantomSetOptions, to folder: String, threads: Int = 2
    ) async throws -> PhantomSetSummary {
        try await PhantomSet(options, threads: threads).write(to: folder) { _ in }
    }

    /// The lines of a file of records, as objects.
    static func records(_ path: String) throws -> [[String: Any]] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
    }

    /// Every file that is not hidden, by its path inside.
    static func files(of folder: String) throws -> [String: Data] {
        try TestArchive.bytes(of: folder).filter {
            !$0.key.split(separator: "/").contains { $0.first == "." }
        }
    }
}
