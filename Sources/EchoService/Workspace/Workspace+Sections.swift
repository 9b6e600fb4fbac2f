public import EchoReading
import Foundation
import Yams

extension Workspace {
    /// The report's sections and lexicon, as shipped.
    ///
    /// - Throws: ``ServiceError/noShippedData``, ``ServiceError/yaml(problem:)``, or a `ReadingError`.
    public func reportSections() throws -> ReportSections {
        guard let file = shipped?.sections, let data = FileManager.default.contents(atPath: file.path) else {
            throw ServiceError.noShippedData
        }
        do {
            return try YAMLDecoder().decode(ReportSections.self, from: data)
        } catch let error as ReadingError {
            throw error
        } catch {
            throw ServiceError.yaml(problem: YAMLProblem.words(error))
        }
    }
}
