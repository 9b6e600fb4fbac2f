public import ArgumentParser
public import EchoPhantom
public import EchoService

/// Views separated by commas, as in `A4C,PLAX`.
struct ViewList: ExpressibleByArgument {
    let views: [EchoView]

    init?(argument: String) {
        let names = argument.split(separator: ",", omittingEmptySubsequences: false)
        let views = names.compactMap { EchoView(rawValue: String($0).uppercased()) }
        guard !views.isEmpty, views.count == names.count, Set(views).count == views.count else { return nil }
        self.views = views
    }
}

extension PhantomFormat: ExpressibleByArgument {}
extension Covering: ExpressibleByArgument {}
