//! What an answer and the page of legal facts know of each other, so that nothing has to be said twice.

use super::fact::Subject;
use super::input::Input;
use super::rules::{AnswerRule, Rules, YesNoRule};
use crate::assessment::{ItemState, LegalFacts};

/// The rule file's rules for what an answer says about a part of the waste-water duty, as the subject and the rule.
fn waste_water(rule: &AnswerRule) -> Option<(Subject, &YesNoRule)> {
    match rule {
        AnswerRule::CentralTreatment(rule) => Some((Subject::CentralTreatment, rule)),
        AnswerRule::AutomaticMonitoring(rule) => Some((Subject::AutomaticMonitoring, rule)),
        _ => None,
    }
}

/// What an answer says about a part of the waste-water duty, with the id of its question. It counts where the fact itself is
/// left open.
pub fn answered<'r>(
    rules: &'r Rules,
    input: &Input<'_>,
    subject: Subject,
) -> Option<(&'r str, bool)> {
    rules
        .answers
        .iter()
        .filter_map(waste_water)
        .filter(|(of, _)| *of == subject)
        .find_map(|(_, rule)| Some((rule.indicator(), input.says(rule)?)))
}

/// The items of a question that follow from what the page of legal facts says, with their states. What is not there yet
/// may be under way, which the facts do not tell, so only a "yes" leads to one.
pub fn items_from_facts(
    rules: &Rules,
    facts: &LegalFacts,
    indicator: &str,
) -> Vec<(usize, ItemState)> {
    let is_outside = facts.connected_outside == Some(true);
    let holds = |subject| {
        let own = match subject {
            Subject::CentralTreatment => facts.central_treatment,
            Subject::AutomaticMonitoring => facts.automatic_monitoring,
            _ => None,
        };
        is_outside || own == Some(true)
    };
    let mut items: Vec<(usize, ItemState)> = Vec::new();
    for (subject, rule) in rules.answers.iter().filter_map(waste_water) {
        if let YesNoRule::Item(item) = rule
            && item.indicator == indicator
            && holds(subject)
        {
            items.push((item.index, ItemState::Done));
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Answer, Assessment, Entry};
    use crate::law;

    fn with(states: [ItemState; 6]) -> Assessment {
        let entry = Entry {
            answer: Some(Answer::Checklist(states.to_vec())),
            ..Entry::default()
        };
        let mut assessment = Assessment::default();
        assessment.entries.insert("M5".to_owned(), entry);
        assessment
    }

    #[test]
    fn a_checklist_says_what_its_items_say() {
        use ItemState::{Done, No, Partly};
        let rules = law::bundled().unwrap();
        let said =
            |assessment: &Assessment, subject| answered(rules, &Input::of(assessment), subject);
        let assessment = with([Done, No, Partly, No, No, No]);
        assert_eq!(
            said(&assessment, Subject::CentralTreatment),
            Some(("M5", true))
        );
        assert_eq!(
            said(&assessment, Subject::AutomaticMonitoring),
            Some(("M5", false))
        );
        assert_eq!(said(&assessment, Subject::IncidentWorks), None);
        let none = Assessment::default();
        assert_eq!(said(&none, Subject::CentralTreatment), None);
    }

    #[test]
    fn only_what_is_there_leads_to_an_item() {
        let rules = law::bundled().unwrap();
        let items = |change: fn(&mut LegalFacts)| {
            let mut facts = LegalFacts::default();
            change(&mut facts);
            items_from_facts(rules, &facts, "M5")
        };
        let (treatment, monitoring) = ((0, ItemState::Done), (2, ItemState::Done));
        assert_eq!(items(|_| ()), []);
        assert_eq!(items(|f| f.central_treatment = Some(false)), []);
        assert_eq!(items(|f| f.central_treatment = Some(true)), [treatment]);
        assert_eq!(
            items(|f| f.connected_outside = Some(true)),
            [treatment, monitoring]
        );
        let facts = LegalFacts {
            connected_outside: Some(true),
            ..LegalFacts::default()
        };
        assert_eq!(items_from_facts(rules, &facts, "M7"), []);
    }
}
