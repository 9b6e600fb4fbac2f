import EchoPhantom
import Testing

@Suite("Severity") struct SeverityTests {
    @Test("orders from normal to severe")
    func isOrdered() {
        #expect(Severity.allCases.shuffled().sorted() == [.normal, .mild, .moderate, .severe])
    }
}
