import EchoCore
import EchoService

extension Failures {
    static let phantom: [PhantomError] = [
        .notEmpty, .otherSet, .busy, .folder(status: 13),
        .parameter(name: "--size", found: "97", expected: "an even number"),
    ]
}
