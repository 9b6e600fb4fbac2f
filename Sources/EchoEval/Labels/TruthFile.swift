import EchoPhantom
import Foundation

/// The simulator's `truth.ndjson`: one object a line, `record` says of what.
enum TruthFile {
    /// - Throws: ``EvalError/labels(problem:line:)``.
    static func read(_ path: String) throws(EvalError) -> LabelSet {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .labels(problem: "the file cannot be read", line: 0)
        }
        guard let text = String(bytes: data, encoding: .utf8) else {
            throw .labels(problem: "the file is not UTF-8 text", line: 0)
        }
        return try parse(text)
    }

    /// - Throws: ``EvalError/labels(problem:line:)``.
    static func parse(_ text: String) throws(EvalError) -> LabelSet {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        var labels = LabelSet(studies: [])
        var places: [String: Int] = [:]
        var clips: [(line: Int, study: String, clip: LabelledClip)] = []
        for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { !$0.isWhitespace }) else { continue }
            let record: TruthRecord
            do { record = try decoder.decode(TruthRecord.self, from: Data(line.utf8)) } catch {
                throw .labels(problem: TruthRecord.problem(error), line: place + 1)
            }
            switch record.record {
            case "study":
                let (name, study) = try record.study(line: place + 1)
                guard places.updateValue(labels.studies.count, forKey: name) == nil else {
                    throw .labels(problem: "the study is there twice", line: place + 1)
                }
                labels.studies.append(study)
            case "clip": clips.append(try record.clip(line: place + 1))
            default: if let seed = record.seed { labels.seeds.append(seed) }
            }
        }
        for (line, study, clip) in clips {
            guard let place = places[study] else {
                throw .labels(problem: "the clip's study has no line of its own", line: line)
            }
            labels.studies[place].clips.append(clip)
        }
        return labels
    }
}
