package release

import "time"

// OperationFilter selects operations; the zero value selects all.
type OperationFilter struct {
	Environment EnvironmentID
	RFC         int
	// Under selects those that are planned, that run, or that failed under an RFC.
	Under bool
	// Over selects those whose own window shares an instant with it; the zero window is any.
	Over  Window
	Limit int // the newest so many; 0 is no limit
}

// Operations keeps what is done to environments beside releases, for ever.
type Operations interface {
	Operation(id int64, lock Lock) (Operation, error)
	// FindOperations returns operations by descending id.
	FindOperations(f OperationFilter) ([]Operation, error)
	AddOperation(o *Operation) error
	SaveOperation(o Operation) error
}

// ConfigurationIssueFilter selects configuration issues; the zero value selects all.
type ConfigurationIssueFilter struct {
	Environment EnvironmentID
	System      SystemID
	Open        bool
	// At selects those that were open at an instant, as they are today; zero is any.
	At    time.Time
	Limit int // the newest so many; 0 is no limit
}

// ConfigurationIssues keeps what was told of environments against what gonogo
// knew, for ever (R106, M9).
type ConfigurationIssues interface {
	ConfigurationIssue(id int64, lock Lock) (ConfigurationIssue, error)
	// FindConfigurationIssues returns issues by descending id.
	FindConfigurationIssues(f ConfigurationIssueFilter) ([]ConfigurationIssue, error)
	// AddConfigurationIssue keeps an issue and sets its id. It returns false, and
	// keeps nothing, where the same source told the same of the same system and
	// environment before.
	AddConfigurationIssue(i *ConfigurationIssue) (bool, error)
	SaveConfigurationIssue(i ConfigurationIssue) error
}

// Configurations keeps the operations on environments and the issues of their
// configuration.
type Configurations interface {
	Operations
	ConfigurationIssues
}
