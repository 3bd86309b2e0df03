package main

import (
	"fmt"
	"net/url"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/transport"
	githttp "github.com/go-git/go-git/v5/plumbing/transport/http"
)

// gitCredentials are the name and password for each git host that wants them
// over https. A programme's systems live on hosts of several organisations: no
// host ever sees what belongs to another one.
type gitCredentials map[string]*githttp.BasicAuth

// parseGitCredentials reads addresses such as https://name:token@host, the form
// in which git itself stores them, separated by blanks or commas. What is wrong
// is told by its place, never by what it says.
func parseGitCredentials(text string) (gitCredentials, error) {
	credentials := gitCredentials{}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == '\n' || r == '\t' })
	for i, word := range words {
		u, err := url.Parse(word)
		if err != nil || u.Scheme != "https" || u.Host == "" || strings.Trim(u.Path, "/") != "" || u.RawQuery != "" || u.Fragment != "" {
			return nil, fmt.Errorf("item %d is not written as https://name:token@host", i+1)
		}
		token, ok := u.User.Password()
		if !ok || token == "" || u.User.Username() == "" {
			return nil, fmt.Errorf("item %d lacks the name or the token before the host: https://name:token@host", i+1)
		}
		host := httpsHost(u.Host)
		if credentials[host] != nil {
			return nil, fmt.Errorf("item %d is for a host that has one already", i+1)
		}
		credentials[host] = &githttp.BasicAuth{Username: u.User.Username(), Password: token}
	}
	return credentials, nil
}

// of returns what to show to the host of a repository; nil is nothing.
func (c gitCredentials) of(repository string) transport.AuthMethod {
	u, err := url.Parse(repository)
	if err != nil || u.Scheme != "https" {
		return nil
	}
	if auth, ok := c[httpsHost(u.Host)]; ok {
		return auth
	}
	return nil
}

func httpsHost(host string) string { return strings.TrimSuffix(strings.ToLower(host), ":443") }
