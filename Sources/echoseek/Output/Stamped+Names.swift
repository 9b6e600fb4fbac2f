import EchoCore
import EchoService

extension Stamped {
    /// A study's opaque id with its owner's name for it and its day.
    func name(of study: StudyID) -> String {
        let known = [studies[study]?.studyKey, studies[study]?.date].compactMap { $0 }
        return known.isEmpty ? study.text : "\(study.text) (\(known.joined(separator: ", ")))"
    }
}
